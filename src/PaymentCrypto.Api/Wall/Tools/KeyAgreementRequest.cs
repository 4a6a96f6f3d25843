using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Api.Tools;

/// <summary>What both parties of a key agreement bring.</summary>
public sealed record KeyAgreementRequest
{
    /// <summary>The own elliptic curve private key.</summary>
    public required KeyExchangeCredential Own { get; init; }

    /// <summary>The other party's certificate, on the same curve.</summary>
    public required X509Certificate2 Peer { get; init; }

    /// <summary>The algorithm of the derived key; one of <see cref="SymmetricKeyAlgorithm"/> other than HMAC.</summary>
    public required string KeyAlgorithm { get; init; }

    /// <summary>One of <see cref="Api.KeyDerivationFunction"/>.</summary>
    public required string KeyDerivationFunction { get; init; }

    /// <summary>One of <see cref="Api.KeyDerivationHashAlgorithm"/>.</summary>
    public required string KeyDerivationHashAlgorithm { get; init; }

    /// <summary>The shared information, 2 to 2048 hex digits.</summary>
    public required string SharedInformation { get; init; }
}
