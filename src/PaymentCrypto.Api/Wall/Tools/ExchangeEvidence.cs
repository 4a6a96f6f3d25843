using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Api.Tools;

/// <summary>A key exchange as far as it is known to whoever asks why it was refused. The secrets in it remain the caller's.</summary>
public sealed record ExchangeEvidence
{
    /// <summary>
    /// What is exchanged, as text: a key block, token, cryptogram, certificate, request, import token or the message of an error; empty with components.
    /// </summary>
    public required string Material { get; init; }

    /// <summary><c>Import</c> or <c>Export</c>.</summary>
    public string Direction { get; init; } = "Import";

    /// <summary>The algorithm of the key; one of <see cref="SymmetricKeyAlgorithm"/>, or a family. Null when it is not said.</summary>
    public string? Algorithm { get; init; }

    /// <summary>The check value that the sender gives for the key; null when none was given.</summary>
    public string? KeyCheckValue { get; init; }

    /// <summary>The nonce that was issued, hex; null for none.</summary>
    public string? RandomNonce { get; init; }

    /// <summary>Whether this is a whole request: what is not in it is not there.</summary>
    public bool IsWholeRequest { get; init; }

    /// <summary>The padding of an RSA cryptogram; one of <see cref="WrappingKeySpec"/>.</summary>
    public string? WrappingSpec { get; init; }

    /// <summary>The variant of an AS 2805 cryptogram; one of <see cref="As2805KeyVariant"/>. Null for other cryptograms.</summary>
    public string? As2805KeyVariant { get; init; }

    /// <summary>How the protection key of a key block was agreed on; null when it was not by ECDH.</summary>
    public ExchangeAgreement? Agreement { get; init; }

    /// <summary>Clear keys under which it may be wrapped.</summary>
    public IReadOnlyList<ExchangeKey> Keys { get; init; } = [];

    /// <summary>The components of a key, with what their papers say.</summary>
    public IReadOnlyList<EnteredComponent> Components { get; init; } = [];

    /// <summary>The sender's signing certificate; null when it was not given.</summary>
    public X509Certificate2? SigningCertificate { get; init; }

    /// <summary>Certificates of authorities that are trusted.</summary>
    public IReadOnlyList<X509Certificate2> Authorities { get; init; } = [];

    /// <summary>The receiver's certificate, with its private key when that is here.</summary>
    public KeyExchangeCredential? Recipient { get; init; }

    /// <summary>The stored key that wraps; null when none is named.</summary>
    public string? WrappingKeyIdentifier { get; init; }

    /// <summary>The stored authority; null when none is named.</summary>
    public string? CertificateAuthorityPublicKeyIdentifier { get; init; }

    /// <summary>The import token; null when none is named.</summary>
    public string? ImportToken { get; init; }

    /// <summary>The instant of the exchange.</summary>
    public required DateTimeOffset ValidAt { get; init; }

    /// <summary>Nothing of what it holds.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(ExchangeEvidence);
}
