namespace PaymentCrypto.Api;

/// <summary>The chosen provider has no such operation; nothing was sent.</summary>
public sealed class NotSupportedByProviderException : PaymentCryptographyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which operation and provider, and what to use instead.</param>
    public NotSupportedByProviderException(string message)
        : base("PcNotSupportedByProvider", ErrorKind.NotSupported, message)
    {
    }
}
