using System.Text.RegularExpressions;

namespace PaymentCrypto.Api;

/// <summary>
/// The request is not one that the service accepts. Its <see cref="PaymentCryptographyException.ErrorId"/> tells a malformed
/// member (<c>PcMemberInvalid</c>: a length, pattern, range or enum of the service model) from every other refusal
/// (<c>PcValidation</c>); both are read from the message, so they are the same whichever provider answered.
/// </summary>
public sealed partial class ValidationException : ServiceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong with which value, and what would be right.</param>
    public ValidationException(string message)
        : base(nameof(ValidationException), 400, ErrorKind.InvalidRequest, message, ConstraintWording().IsMatch(message) ? "PcMemberInvalid" : "PcValidation")
    {
    }

    /// <summary>The members that violate a constraint of the service model; empty for any other refusal. The control plane never sends it.</summary>
    public IReadOnlyList<ValidationExceptionField> FieldList { get; init; } = [];

    // The wording with which every AWS front end reports violated constraints of its model.
    [GeneratedRegex(@"\A[0-9]+ validation errors? detected: ", RegexOptions.CultureInvariant)]
    private static partial Regex ConstraintWording();
}
