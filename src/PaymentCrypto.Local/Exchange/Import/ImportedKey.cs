using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Exchange.Import;

/// <summary>What came out of a key block, cryptogram or certificate, after every check of its format.</summary>
internal sealed record ImportedKey
{
    /// <summary>What the key is and may do.</summary>
    public required KeyAttributes Attributes { get; init; }

    /// <summary>Whether it may be exported again.</summary>
    public bool Exportable { get; init; }

    /// <summary>The clear key; null for a public key. Whoever holds this object disposes it.</summary>
    public SecretBuffer? Material { get; init; }

    /// <summary>DER SubjectPublicKeyInfo of a public key.</summary>
    public byte[]? PublicKey { get; init; }

    /// <summary>The certificate of a public key, DER.</summary>
    public byte[]? Certificate { get; init; }

    /// <summary>The certificate of its issuer, DER.</summary>
    public byte[]? IssuerCertificate { get; init; }

    /// <summary>What the caller should know although the import succeeds.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
