namespace PaymentCrypto.Api;

/// <summary>Any failure of PaymentCrypto. The message names the value that was wrong and what would be right; it never holds a secret.</summary>
public abstract class PaymentCryptographyException : Exception
{
    private readonly string? _recommendedAction;

    private protected PaymentCryptographyException(string errorId, ErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        ErrorId = errorId;
        Kind = kind;
    }

    /// <summary>The stable, documented id of the error: <c>Pc</c>, the thing and the problem.</summary>
    public string ErrorId { get; }

    /// <summary>The sort of failure.</summary>
    public ErrorKind Kind { get; }

    /// <summary>What to do about it, in one sentence; what <see cref="ErrorRemedies"/> says of the id unless the failure knows better.</summary>
    public string? RecommendedAction
    {
        get => _recommendedAction ?? ErrorRemedies.Of(ErrorId);
        init => _recommendedAction = value;
    }
}
