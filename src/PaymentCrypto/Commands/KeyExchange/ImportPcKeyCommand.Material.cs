using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.KeyExchange;

/// <content>From the parameters to the service's structures, one for each format.</content>
public sealed partial class ImportPcKeyCommand
{
    private readonly PipedMaterial _piped = new();
    private string _item = string.Empty;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Attempt(() =>
        {
            if (_piped.Rest() is { } rest)
            {
                ImportWhole(rest);
            }
        });
        base.EndProcessing();
    }

    private protected override void Execute()
    {
        if (ParameterSetName is As2805Set or RootSet or TrustedSet)
        {
            Import();
        }
        else if (_piped.Take(this, ParameterSetName == CryptogramSet ? WrappedKeyCryptogram : WrappedKeyBlock) is { } whole)
        {
            ImportWhole(whole);
        }
    }

    private void ImportWhole(string material)
    {
        if (ParameterSetName == CryptogramSet)
        {
            WrappedKeyCryptogram = material;
        }
        else
        {
            WrappedKeyBlock = material;
        }

        Import();
    }

    private void Import()
    {
        Begin("wrapped key");
        ImportKeyMaterial material = ParameterSetName switch
        {
            Tr31Set => new ImportKeyMaterial { Tr31KeyBlock = Tr31() },
            CryptogramSet => new ImportKeyMaterial { KeyCryptogram = Cryptogram() },
            EcdhSet => new ImportKeyMaterial { DiffieHellmanTr31KeyBlock = Ecdh() },
            As2805Set => new ImportKeyMaterial { As2805KeyCryptogram = As2805() },
            RootSet => new ImportKeyMaterial { RootCertificatePublicKey = Root() },
            TrustedSet => new ImportKeyMaterial { TrustedCertificatePublicKey = Trusted() },
            _ => new ImportKeyMaterial { Tr34KeyBlock = Tr34(byToken: ParameterSetName == Tr34TokenSet) },
        };
        Import(material, _item);
    }

    private ImportTr34KeyBlock Tr34(bool byToken)
    {
        string token = Tr34Token();
        if (byToken)
        {
            RequireOpening();
        }

        return new ImportTr34KeyBlock
        {
            CertificateAuthorityPublicKeyIdentifier = Authority(CertificateAuthorityPublicKeyIdentifier),
            SigningKeyCertificate = CertificateOf(SigningKeyCertificate, "sender's (KDH) signing"),
            ImportToken = byToken ? ImportToken : null,
            WrappingKeyIdentifier = byToken ? null : ToServiceForm(WrappingKeyIdentifier),
            WrappingKeyCertificate = byToken ? null : CertificateOf(WrappingKeyCertificate, "own wrapping key's (KRD)"),
            WrappedKeyBlock = token,
            KeyBlockFormat = Tr34KeyBlockFormat.X9Tr34Of2012,
            RandomNonce = Nonce,
        };
    }

    private ImportTr31KeyBlock Tr31() => new()
    {
        WrappedKeyBlock = Block(),
        WrappingKeyIdentifier = ToServiceForm(WrappingKeyIdentifier),
    };

    private ImportDiffieHellmanTr31KeyBlock Ecdh() => new()
    {
        WrappedKeyBlock = Block(),
        PrivateKeyIdentifier = ToServiceForm(PrivateKeyIdentifier),
        CertificateAuthorityPublicKeyIdentifier = Authority(CertificateAuthorityPublicKeyIdentifier),
        PublicKeyCertificate = CertificateOf(PublicKeyCertificate, "other side's key agreement"),
        DeriveKeyAlgorithm = DerivedAlgorithm,
        KeyDerivationFunction = DerivationFunction,
        KeyDerivationHashAlgorithm = DerivationHash,
        DerivationData = DerivationData,
    };

    private ImportKeyCryptogram Cryptogram()
    {
        string hex = Hex();
        return new ImportKeyCryptogram
        {
            WrappedKeyCryptogram = hex,
            ImportToken = RequireToken(),
            WrappingSpec = KnownValue.Of(WrappingKeySpec.All, WrappingSpec),
            Exportable = Exportable.IsPresent,
            KeyAttributes =
                Attributes(KnownValue.OfUsage(KeyUsage.All, Usage), KnownValue.Of(KeyAlgorithm.All, Algorithm), KeyClass.SymmetricKey, modeOfUse: null),
        };
    }

    private ImportAs2805KeyCryptogram As2805()
    {
        string hex = Hex();
        return new ImportAs2805KeyCryptogram
        {
            WrappedKeyCryptogram = hex,
            WrappingKeyIdentifier = ToServiceForm(WrappingKeyIdentifier),
            As2805KeyVariant = Variant,
            KeyAlgorithm = KnownValue.Of(KeyAlgorithm.All, Algorithm),
            KeyModesOfUse = Modes(UsageOf(Variant), modeOfUse: null),
            Exportable = Exportable.IsPresent,
        };
    }

    private RootCertificatePublicKey Root()
    {
        X509Certificate2 certificate = Certificate(RootCertificate, "root");
        return new RootCertificatePublicKey
        {
            PublicKeyCertificate = ServiceCertificates.ServiceForm(certificate),
            KeyAttributes = Attributes(KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, AlgorithmOf(certificate), KeyClass.PublicKey, modeOfUse: "V"),
        };
    }

    private TrustedCertificatePublicKey Trusted()
    {
        X509Certificate2 certificate = Certificate(TrustedCertificate, "trusted");
        string usage = KnownValue.OfUsage(KeyUsage.All, Usage) ?? KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature;
        return new TrustedCertificatePublicKey
        {
            PublicKeyCertificate = ServiceCertificates.ServiceForm(certificate),
            CertificateAuthorityPublicKeyIdentifier = Authority(CertificateAuthorityPublicKeyIdentifier),
            // A public key does the other half of what its key pair does.
            KeyAttributes =
                Attributes(usage, AlgorithmOf(certificate), KeyClass.PublicKey, usage == KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature ? "V" : "E"),
        };
    }

    // Header and key are bound together by the block's MAC or signature: nobody but its maker can change what it says.
    private void RequireHeaderAlone()
    {
        string[] given = [.. new[] { nameof(Exportable), nameof(Usage) }.Where(MyInvocation.BoundParameters.ContainsKey)];
        if (given.Length > 0)
        {
            throw new KeyInputException(
                KeyInputFailure.Conflict,
                $"The header of a key block decides on usage and exportability, so it is not taken with -{string.Join(" or -", given)}. Nothing was "
                    + "imported. Leave "
                + $"{(given.Length == 1 ? "it" : "them")} out: Get-PcKey shows what the header said, and ConvertFrom-PcTr31KeyBlock shows it before.");
        }
    }

    private string Tr34Token()
    {
        RequireHeaderAlone();
        Start("TR-34 token");
        string text = MaterialInput.Text(this, WrappedKeyBlock, "TR-34 token");
        if (MaterialInput.IsTr31(text))
        {
            Start(MaterialInput.Describe(text));
            throw new KeyInputException(
                KeyInputFailure.Missing,
                $"The {_item} is not a TR-34 token; nothing was imported. For a TR-31 block give the key that wraps it with -WrappingKeyIdentifier, or, if "
                    + "that key is from ECDH, "
                + "-PrivateKeyIdentifier, -PublicKeyCertificate, -CertificateAuthorityPublicKeyIdentifier and -SharedInformation.");
        }

        string token = MaterialInput.Hex(this, WrappedKeyBlock, "TR-34 token");
        Start($"TR-34 token of {token.Length / 2} bytes");
        return token;
    }

    private string Block()
    {
        Start("TR-31 block");
        RequireHeaderAlone();
        string block = MaterialInput.Block(this, WrappedKeyBlock);
        Start(MaterialInput.Describe(block));
        MaterialInput.RequireServiceCharacters(block);
        return block;
    }

    private string Hex()
    {
        Start("key cryptogram");
        string hex = MaterialInput.Hex(this, WrappedKeyCryptogram, "key cryptogram");
        Start($"key cryptogram of {hex.Length / 2} bytes");
        return hex;
    }

    private X509Certificate2 Certificate(object? value, string what)
    {
        Start($"{what} certificate");
        X509Certificate2 certificate = ReadCertificate(value, what);
        Start($"certificate {certificate.Subject}");
        return certificate;
    }

    private void RequireOpening()
    {
        var missing = new List<string>();
        if (string.IsNullOrEmpty(ImportToken))
        {
            missing.Add("-ImportToken of Get-PcImportParameters (or -WrappingKeyIdentifier and -WrappingKeyCertificate for a key pair of your own)");
        }

        if (!MyInvocation.BoundParameters.ContainsKey(nameof(SigningKeyCertificate)))
        {
            missing.Add("-SigningKeyCertificate of the sender (KDH)");
        }

        if (CertificateAuthorityPublicKeyIdentifier.Length == 0)
        {
            missing.Add("-CertificateAuthorityPublicKeyIdentifier of the imported authority that issued the sender's certificate");
        }

        if (missing.Count > 0)
        {
            throw new KeyInputException(KeyInputFailure.Missing, $"The {_item} was not imported: to open it, give {string.Join("; ", missing)}.");
        }
    }

    private string RequireToken() => string.IsNullOrEmpty(ImportToken)
        ? throw new KeyInputException(KeyInputFailure.Missing, $"There is no import token, neither with the {_item} nor beside it: give -ImportToken.")
        : ImportToken;

    private KeyAttributes Attributes(string? usage, string? algorithm, string keyClass, string? modeOfUse) => new()
    {
        KeyUsage = usage,
        KeyAlgorithm = algorithm,
        KeyClass = keyClass,
        KeyModesOfUse = Modes(usage, modeOfUse),
    };

    private KeyModesOfUse Modes(string? usage, string? modeOfUse) => Api.ModesOfUse.Parse(ModesOfUse switch
    {
        { Length: > 0 } => ModesOfUse,
        _ when modeOfUse is not null => [modeOfUse],
        _ => KeyUsageGuide.Find(usage) is { } guide ? [guide.ModeOfUse] : [],
    });

    private void Start(string item)
    {
        _item = item;
        Specify(item);
    }

    private static string? UsageOf(string variant) => variant switch
    {
        Api.As2805KeyVariant.DataEncryptionKeyVariant22 => KeyUsage.Tr31D0SymmetricDataEncryptionKey,
        Api.As2805KeyVariant.MessageAuthenticationKeyVariant24 => KeyUsage.Tr31M0Iso16609MacKey,
        Api.As2805KeyVariant.PinEncryptionKeyVariant28 => KeyUsage.Tr31P0PinEncryptionKey,
        _ => KeyUsage.Tr31K0KeyEncryptionKey,
    };

    private string AlgorithmOf(X509Certificate2 certificate) => Run(tools => tools.Credentials.KeyAlgorithmOf(certificate));
}
