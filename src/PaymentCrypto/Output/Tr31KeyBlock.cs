using PaymentCrypto.Api.Tools;

namespace PaymentCrypto;

/// <summary>A TR-31 key block (X9.143). One whose protection key was derived by ECDH says how, under the names that the service uses.</summary>
public sealed partial class Tr31KeyBlock : WrappedKeyBlockBase
{
    /// <summary>Creates an empty description.</summary>
    public Tr31KeyBlock()
    {
    }

    internal Tr31KeyBlock(Tr31Description block)
    {
        WrappedKeyBlock = block.Block;
        Version = block.Header.Version;
        Describe(block.Header, block.Warnings);
    }

    /// <summary>The version letter, A to E.</summary>
    public string? Version { get; set; }

    /// <summary>The check value of the key block protection key (KBPK); null when there was none.</summary>
    public string? ProtectionKeyCheckValue { get; set; }

    /// <summary>ECDH: the algorithm of the derived protection key.</summary>
    public string? DeriveKeyAlgorithm { get; set; }

    /// <summary>ECDH: the key derivation function.</summary>
    public string? KeyDerivationFunction { get; set; }

    /// <summary>ECDH: its hash.</summary>
    public string? KeyDerivationHashAlgorithm { get; set; }

    /// <summary>ECDH: what both sides mix in, hex.</summary>
    public string? SharedInformation { get; set; }

    /// <summary>ECDH: the sender's certificate, base64 of PEM text.</summary>
    public string? PublicKeyCertificate { get; set; }

    internal void DescribeProtection(KeyMaterial protectionKey, CheckValue? checkValue, EcdhKey? derived)
    {
        ProtectionKeyCheckValue = checkValue?.Value;
        DeriveKeyAlgorithm = derived is null ? null : protectionKey.Algorithm;
        KeyDerivationFunction = derived?.KeyDerivationFunction;
        KeyDerivationHashAlgorithm = derived?.KeyDerivationHashAlgorithm;
        SharedInformation = derived?.SharedInformation;
        PublicKeyCertificate = derived?.PublicKeyCertificate;
    }
}
