using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Errors;

/// <summary>The one place where an exception becomes an error record.</summary>
internal static class ErrorRecordFactory
{
    /// <summary>The error id of a fault that nobody foresaw.</summary>
    public const string UnexpectedErrorId = "PcUnexpectedError";

    /// <summary>Makes the record.</summary>
    /// <param name="exception">What went wrong.</param>
    /// <param name="target">What the user gave that it went wrong with. Never a secret.</param>
    /// <param name="action">What to do about it, when the cmdlet knows better than the exception.</param>
    /// <param name="explain">Puts a message of the service into words that the user knows; null leaves it.</param>
    public static ErrorRecord Create(Exception exception, object? target, string? action = null, Func<string, string>? explain = null)
    {
        if (exception is not PaymentCryptographyException known)
        {
            return Record(exception, UnexpectedErrorId, ErrorCategory.NotSpecified, target, ErrorRemedies.Of(UnexpectedErrorId), explain: null);
        }

        return Record(known, known.ErrorId, CategoryOf(known.Kind), target, action ?? Advice(known) ?? known.RecommendedAction, explain);
    }

    /// <summary>Whether nothing that the same cmdlet could try next would work either.</summary>
    public static bool IsTerminating(Exception exception) =>
        exception is StoreException or VaultException or InvalidConfigurationException or NotSupportedByProviderException or AwsConfigurationException;

    // What the service says of a malformed identifier is a regular expression.
    private static string? Advice(PaymentCryptographyException exception) => exception is ValidationException { ErrorId: "PcMemberInvalid" }
        && (exception.Message.Contains("'keyIdentifier'", StringComparison.Ordinal) || exception.Message.Contains("'resourceArn'", StringComparison.Ordinal))
        ? "Name a key by its ARN, its key id, alias/name or an alias ARN. Get-PcKey and Get-PcKeyAlias list them. On AWS a key id alone is completed by "
            + "what ListKeys tells: where that is not allowed, give the ARN."
        : null;

    private static ErrorRecord Record(Exception exception, string id, ErrorCategory category, object? target, string? action, Func<string, string>? explain)
    {
        var record = new ErrorRecord(exception, id, category, target);
        string? requestId = (exception as ServiceException)?.RequestId ?? (exception as AwsConnectionException)?.RequestId;

        // What came over the wire keeps the service's words; the local engine's are read at a prompt, by the owner of the keys.
        string? detail = (exception as ServiceException)?.OwnersDetail;
        string said = detail is null ? exception.Message : $"{exception.Message} {detail}";
        string words = exception is ServiceException && requestId is null ? CmdletNames.Of(said) : said;
        if (exception is ServiceException or StepsRefusedException && explain is not null)
        {
            words = explain(words);
        }

        if (action is not null || requestId is not null || words != exception.Message)
        {
            string message = requestId is null ? words : $"{words} (Request id {requestId}.)";
            record.ErrorDetails = new ErrorDetails(message) { RecommendedAction = action };
        }

        return record;
    }

    private static ErrorCategory CategoryOf(ErrorKind kind) => kind switch
    {
        ErrorKind.InvalidRequest or ErrorKind.InvalidConfiguration => ErrorCategory.InvalidArgument,
        ErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        ErrorKind.Conflict => ErrorCategory.ResourceExists,
        ErrorKind.AccessDenied => ErrorCategory.PermissionDenied,
        ErrorKind.AuthenticationFailed => ErrorCategory.AuthenticationError,
        ErrorKind.VerificationFailed => ErrorCategory.InvalidResult,
        ErrorKind.LimitExceeded => ErrorCategory.LimitsExceeded,
        ErrorKind.Busy => ErrorCategory.ResourceBusy,
        ErrorKind.CorruptData => ErrorCategory.InvalidData,
        ErrorKind.Unreachable => ErrorCategory.ConnectionError,
        ErrorKind.NotSupported => ErrorCategory.NotImplemented,
        _ => ErrorCategory.NotSpecified,
    };
}
