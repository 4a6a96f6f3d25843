namespace PaymentCrypto.Api;

/// <summary>A resource policy would let anybody use the key.</summary>
public sealed class PublicPolicyException : ServiceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong and what would be right.</param>
    public PublicPolicyException(string message)
        : base(nameof(PublicPolicyException), 400, ErrorKind.InvalidRequest, message)
    {
    }
}
