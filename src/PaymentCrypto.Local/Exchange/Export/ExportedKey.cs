using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Exchange.Export;

/// <summary>What leaves: the key itself, or the initial DUKPT key that was derived from it.</summary>
internal sealed class ExportedKey : IDisposable
{
    /// <summary>What the exported key is and may do.</summary>
    public required KeyAttributes Attributes { get; init; }

    /// <summary>The clear key; disposed with this object.</summary>
    public required SecretBuffer Material { get; init; }

    /// <summary>Its check value.</summary>
    public required (string Method, string Value) CheckValue { get; init; }

    /// <summary>Whether it is an initial DUKPT key, which has usage B1 in a header and is marked as sensitive.</summary>
    public bool IsInitialKey { get; init; }

    /// <inheritdoc/>
    public void Dispose() => Material.Dispose();
}
