using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Commands.KeyExchange;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.WorkingKeys;

/// <summary>Moves a key from a TR-31 block under an ECDH key to one under a key encryption key, without keeping it.</summary>
/// <remarks>
/// <para>
/// A terminal that has agreed a key by ECDH sends its working key under it; the block that comes out is under a key of the provider, and goes
/// with each call as the dynamic key of Convert-PcPinBlock and others. Nothing is stored.
/// </para>
/// <para>What New-PcTr31KeyBlock makes with a key of New-PcEcdhKey can be piped in: it brings how the key was agreed.</para>
/// </remarks>
/// <seealso cref="NewPcTr31KeyBlockCommand"/>
/// <seealso cref="NewPcEcdhKeyCommand"/>
/// <seealso cref="ImportPcKeyCommand"/>
/// <seealso>about_PaymentCrypto_DataPlane</seealso>
[Cmdlet(VerbsData.Convert, "PcKeyMaterial")]
[OutputType(typeof(PaymentCrypto.WrappedKey))]
public sealed class ConvertPcKeyMaterialCommand : PcDataPlaneCmdlet
{
    private readonly KeyParameter _wrapping;
    private readonly KeyParameter _private;
    private readonly KeyParameter _authority;

    /// <summary>Creates the cmdlet.</summary>
    public ConvertPcKeyMaterialCommand()
    {
        _wrapping = new KeyParameter(this, nameof(WrappingKeyIdentifier));
        _private = new KeyParameter(this, nameof(PrivateKeyIdentifier));
        _authority = new KeyParameter(this, nameof(CertificateAuthorityPublicKeyIdentifier));
    }

    /// <summary>The TR-31 block under the agreed key: its characters, the lines or bytes of a file, or the path of a file with it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyBlock", "KeyMaterial")]
    [AllowEmptyString]
    [MaterialTransformation]
    public string WrappedKeyBlock { get; set; } = string.Empty;

    /// <summary>The key encryption key (K0 or K1) of the provider that the key shall be under.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("WrappingKey")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? WrappingKeyIdentifier { get; set; }

    /// <summary>The provider's ECC key pair for the agreement (K3).</summary>
    [Parameter(Mandatory = true)]
    [Alias("KeyAgreementKey")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? PrivateKeyIdentifier { get; set; }

    /// <summary>The imported authority that issued the other side's certificate.</summary>
    [Parameter(Mandatory = true)]
    [Alias("CertificateAuthority")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? CertificateAuthorityPublicKeyIdentifier { get; set; }

    /// <summary>The other side's certificate for the agreement: an object, PEM text, base64 or a path.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PeerCertificate")]
    [ValidateNotNull]
    public object? PublicKeyCertificate { get; set; }

    /// <summary>What both sides mix into the key, hex.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string SharedInformation { get; set; } = string.Empty;

    /// <summary>The algorithm of the agreed key.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DerivedAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string DeriveKeyAlgorithm { get; set; } = SymmetricKeyAlgorithm.Aes256;

    /// <summary>The key derivation function.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DerivationFunctionCompleter))]
    [ValidateNotNullOrEmpty]
    public string KeyDerivationFunction { get; set; } = Api.KeyDerivationFunction.NistSp800;

    /// <summary>The hash of the key derivation function.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DerivationHashCompleter))]
    [ValidateNotNullOrEmpty]
    public string KeyDerivationHashAlgorithm { get; set; } = Api.KeyDerivationHashAlgorithm.Sha256;

    /// <summary>How the check value of the key is computed. The service chooses by the algorithm unless given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(KeyCheckValueAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string? KeyCheckValueAlgorithm { get; set; }

    private protected override void Execute()
    {
        KeyUse wrapping = Use(_wrapping, WrappingKeyIdentifier);
        string block = MaterialInput.Block(this, WrappedKeyBlock);
        MaterialInput.RequireServiceCharacters(block);
        TranslateKeyMaterialResponse response = Send(new TranslateKeyMaterialRequest
        {
            IncomingKeyMaterial = new IncomingKeyMaterial
            {
                DiffieHellmanTr31KeyBlock = new IncomingDiffieHellmanTr31KeyBlock
                {
                    PrivateKeyIdentifier = _private.Read(PrivateKeyIdentifier).Identifier,
                    CertificateAuthorityPublicKeyIdentifier = _authority.Read(CertificateAuthorityPublicKeyIdentifier).Identifier,
                    PublicKeyCertificate =
                        ServiceCertificates.ServiceForm(CertificateInput.Certificate(this, PublicKeyCertificate, "other side's key agreement")),
                    DeriveKeyAlgorithm = Field.Choice(nameof(DeriveKeyAlgorithm), DeriveKeyAlgorithm, SymmetricKeyAlgorithm.All),
                    KeyDerivationFunction = Field.Choice(nameof(KeyDerivationFunction), KeyDerivationFunction, Api.KeyDerivationFunction.All),
                    KeyDerivationHashAlgorithm =
                        Field.Choice(nameof(KeyDerivationHashAlgorithm), KeyDerivationHashAlgorithm, Api.KeyDerivationHashAlgorithm.All),
                    DerivationData = new DiffieHellmanDerivationData
                    {
                        SharedInformation = Field.Hex(nameof(SharedInformation), SharedInformation, 2, 2048,
                        "shared information")
                    },
                    WrappedKeyBlock = block,
                },
            },
            OutgoingKeyMaterial = new OutgoingKeyMaterial { Tr31KeyBlock = new OutgoingTr31KeyBlock { WrappingKeyIdentifier = wrapping.Identifier } },
            KeyCheckValueAlgorithm = Field.Choice(nameof(KeyCheckValueAlgorithm), KeyCheckValueAlgorithm, Api.KeyCheckValueAlgorithm.All),
        });
        WriteObject(new PaymentCrypto.WrappedKey
        {
            KeyMaterial = response.WrappedKey?.WrappedKeyMaterial,
            WrappedKeyMaterialFormat = response.WrappedKey?.WrappedKeyMaterialFormat,
            KeyCheckValue = response.WrappedKey?.KeyCheckValue,
            WrappingKeyArn = FactsOf(wrapping.Identifier).Arn,
        });
    }
}
