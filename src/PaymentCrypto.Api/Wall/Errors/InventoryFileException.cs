namespace PaymentCrypto.Api;

/// <summary>A file is not there, cannot be read, or is not an inventory of keys. Others may still be read.</summary>
public sealed class InventoryFileException : PaymentCryptographyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="errorId">The stable id, <c>PcInventoryFileUnreadable</c> or <c>PcInventoryFileInvalid</c>.</param>
    /// <param name="message">Which file, what was wrong with it, and what would be right.</param>
    /// <param name="innerException">The cause, if any.</param>
    public InventoryFileException(string errorId, string message, Exception? innerException = null)
        : base(errorId, ErrorKind.InvalidRequest, message, innerException)
    {
    }
}
