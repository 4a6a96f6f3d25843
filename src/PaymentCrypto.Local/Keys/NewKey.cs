using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Keys;

/// <summary>A key that is about to be stored: made here or imported, checked in every way, and not yet written.</summary>
internal sealed class NewKey : IDisposable
{
    /// <summary>The id at the end of its ARN; null for a new random one.</summary>
    public string? KeyId { get; init; }

    /// <summary>What the key is and may do.</summary>
    public required KeyAttributes Attributes { get; init; }

    /// <summary>The check value's method and value.</summary>
    public required (string Method, string Value) CheckValue { get; init; }

    /// <summary>Whether it may be exported.</summary>
    public required bool Exportable { get; init; }

    /// <summary>Whether it is ready for use.</summary>
    public required bool Enabled { get; init; }

    /// <summary>One of <see cref="KeyOrigin"/>.</summary>
    public required string Origin { get; init; }

    /// <summary>The key itself (raw, or PKCS#8 of a pair); null for a public key. Disposed with this object.</summary>
    public SecretBuffer? Material { get; init; }

    /// <summary>DER SubjectPublicKeyInfo of an asymmetric key.</summary>
    public byte[]? PublicKey { get; init; }

    /// <summary>The certificate of an imported public key, DER.</summary>
    public byte[]? Certificate { get; init; }

    /// <summary>The certificate of its issuer, DER.</summary>
    public byte[]? IssuerCertificate { get; init; }

    /// <summary>The one purpose of keys that are derived from it.</summary>
    public string? DeriveKeyUsage { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>Where to replicate it; null for the account's default list.</summary>
    public IReadOnlyList<string>? ReplicationRegions { get; init; }

    /// <inheritdoc/>
    public void Dispose() => Material?.Dispose();
}
