using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Api.Tools;

/// <summary>How a protection key was agreed on by ECDH, as far as it is known. Nothing in it is secret.</summary>
public sealed record ExchangeAgreement
{
    /// <summary>The stored key pair; null when none is named.</summary>
    public string? PrivateKeyIdentifier { get; init; }

    /// <summary>The other side's certificate; null when it was not given.</summary>
    public X509Certificate2? PeerCertificate { get; init; }

    /// <summary>The algorithm of the derived key; one of <see cref="SymmetricKeyAlgorithm"/>.</summary>
    public required string DeriveKeyAlgorithm { get; init; }

    /// <summary>One of <see cref="Api.KeyDerivationFunction"/>.</summary>
    public required string KeyDerivationFunction { get; init; }

    /// <summary>One of <see cref="Api.KeyDerivationHashAlgorithm"/>.</summary>
    public required string KeyDerivationHashAlgorithm { get; init; }

    /// <summary>What both sides mix in, hex; null when it was not given.</summary>
    public string? SharedInformation { get; init; }
}
