using System.Security;
using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Api.Calculators;

/// <summary>PIN blocks of ISO 9564-1, and what PINs are verified by. A PIN is 4 to 12 digits.</summary>
public interface IPinCalculator
{
    /// <summary>Puts a PIN into a block.</summary>
    /// <param name="key">An AES key for format 4, a TDES key for the others; null for a clear block, which format 4 has not.</param>
    /// <param name="format">0 to 4.</param>
    /// <param name="pin">The PIN.</param>
    /// <param name="primaryAccountNumber">12 to 19 digits for formats 0, 3 and 4.</param>
    /// <param name="log">Where the steps go.</param>
    /// <returns>Upper-case hex. A clear block is as secret as the PIN.</returns>
    string ToBlock(KeyMaterial? key, int format, SecureString pin, string? primaryAccountNumber, StepLog? log);

    /// <summary>Takes the PIN out of a block.</summary>
    /// <param name="key">As in <see cref="ToBlock"/>.</param>
    /// <param name="format">0 to 4.</param>
    /// <param name="block">8 bytes, 16 for format 4.</param>
    /// <param name="primaryAccountNumber">As in <see cref="ToBlock"/>.</param>
    /// <param name="log">Where the steps go.</param>
    /// <returns>The PIN; the caller disposes it.</returns>
    SecureString FromBlock(KeyMaterial? key, int format, byte[] block, string? primaryAccountNumber, StepLog? log);

    /// <summary>Computes the PIN verification value of Visa.</summary>
    /// <param name="key">The PIN verification key: TDES.</param>
    /// <param name="primaryAccountNumber">12 to 19 digits.</param>
    /// <param name="keyIndex">0 to 9.</param>
    /// <param name="pin">The PIN.</param>
    /// <param name="log">Where the steps go.</param>
    /// <returns>4 digits.</returns>
    string VerificationValue(KeyMaterial key, string primaryAccountNumber, int keyIndex, SecureString pin, StepLog? log);

    /// <summary>Computes the offset of a PIN by IBM 3624.</summary>
    /// <param name="key">The PIN verification key: TDES.</param>
    /// <param name="terms">Table and validation data.</param>
    /// <param name="pin">The PIN.</param>
    /// <param name="length">How many digits: 4 to as many as the PIN has; null for as many.</param>
    /// <param name="log">Where the steps go.</param>
    /// <returns>The digits.</returns>
    string Offset(KeyMaterial key, Ibm3624Terms terms, SecureString pin, int? length, StepLog? log);
}
