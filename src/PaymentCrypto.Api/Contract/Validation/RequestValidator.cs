using System.Globalization;

namespace PaymentCrypto.Api.Validation;

/// <summary>
/// Checks a request against the constraints of the service model, as the service's front end does before the operation sees it,
/// and in its wording. What the operation itself demands of its members is not looked at here.
/// </summary>
public static class RequestValidator
{
    // A hostile request must not make a message out of thousands of wrong list items.
    private const int MostViolations = 20;

    /// <summary>Checks every member, down into structures, unions, lists and maps.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="ValidationException">At least one constraint is violated; the message has them all, up to 20.</exception>
    public static void Validate(ApiRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rules = StructureRules.Of(request.GetType());
        if (rules.AreKeptBy(request))
        {
            return;
        }

        var violations = new List<ValidationExceptionField>();
        rules.Check(request, string.Empty, violations);
        string count = violations.Count.ToString(CultureInfo.InvariantCulture);
        string errors = violations.Count == 1 ? "error" : "errors";
        ValidationExceptionField[] shown = [.. violations.Take(MostViolations)];
        throw new ValidationException(
            $"{count} validation {errors} detected: {string.Join("; ", shown.Select(violation => violation.Message))}")
        { FieldList = shown };
    }
}
