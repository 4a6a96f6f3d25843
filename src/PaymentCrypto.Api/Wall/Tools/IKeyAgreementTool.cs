namespace PaymentCrypto.Api.Tools;

/// <summary>Keys that two parties derive by ECDH (NIST SP 800-56A).</summary>
public interface IKeyAgreementTool
{
    /// <summary>Derives the key, usually the protection key of a TR-31 block.</summary>
    /// <param name="request">Both keys and the derivation.</param>
    /// <returns>The key; the caller disposes it.</returns>
    KeyMaterial Derive(KeyAgreementRequest request);
}
