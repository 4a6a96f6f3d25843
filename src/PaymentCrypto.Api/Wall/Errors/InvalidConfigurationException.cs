namespace PaymentCrypto.Api;

/// <summary>A provider setting, path or option is wrong; nothing was opened or written.</summary>
public sealed class InvalidConfigurationException : PaymentCryptographyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="errorId">The stable id of the error.</param>
    /// <param name="message">What was wrong with which value, and what would be right.</param>
    /// <param name="innerException">The cause, if any.</param>
    public InvalidConfigurationException(string errorId, string message, Exception? innerException = null)
        : base(errorId, ErrorKind.InvalidConfiguration, message, innerException)
    {
    }
}
