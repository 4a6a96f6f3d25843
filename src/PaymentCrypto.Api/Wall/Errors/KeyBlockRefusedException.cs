namespace PaymentCrypto.Api;

/// <summary>
/// A key block, key token, cryptogram, certificate or key was refused by one check. The error id is <c>PcKeyBlock</c> and the name of
/// the check; the message names the value that was wrong and what would be right, never key material.
/// </summary>
public sealed class KeyBlockRefusedException : PaymentCryptographyException
{
    /// <summary>Creates the exception for one failed check.</summary>
    /// <param name="check">The name of the check, for example <c>Tr31Mac</c>. Names are stable.</param>
    /// <param name="kind">The sort of failure.</param>
    /// <param name="message">What was wrong with which value, and what would be right.</param>
    /// <param name="innerException">The cause, if any.</param>
    public KeyBlockRefusedException(string check, ErrorKind kind, string message, Exception? innerException = null)
        : base("PcKeyBlock" + check, kind, message, innerException) => Check = check;

    /// <summary>The check that refused, for example <c>Tr34NonceMismatch</c>.</summary>
    public string Check { get; }
}
