namespace PaymentCrypto.Api.Tools;

/// <summary>TR-31 key blocks (X9.143), versions A to E.</summary>
public interface ITr31Tool
{
    /// <summary>
    /// The family of the algorithm that a header names, for <see cref="KeyForm.Assumed"/>: <c>TDES</c>, <c>AES</c>, <c>DES</c>, <c>HMAC</c>; null for others.
    /// </summary>
    /// <param name="header">A header, 16 characters or more.</param>
    string? AlgorithmOfKey(string header);

    /// <summary>The family of the protection key that a version wants: <c>TDES</c> or <c>AES</c>; null when there is no such version.</summary>
    /// <param name="version">A version letter, a header or a block.</param>
    string? AlgorithmOfProtectionKey(string? version);

    /// <summary>Reads a block without any key. Nothing in it is authenticated then.</summary>
    /// <param name="block">The block; white space around it and line breaks in it are ignored.</param>
    /// <param name="strict">Refuse what X9.143 does not define, in place of a warning.</param>
    Tr31Description Read(string block, bool strict);

    /// <summary>Takes the key out of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="protectionKey">The KBPK.</param>
    /// <param name="strict">Refuse what X9.143 does not define, in place of a warning.</param>
    /// <returns>Header and key; the caller disposes the key.</returns>
    Tr31Content Unwrap(string block, KeyMaterial protectionKey, bool strict);

    /// <summary>Wraps a key.</summary>
    /// <param name="request">Keys, header and options.</param>
    Tr31Description Wrap(Tr31WrapRequest request);
}
