using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Files;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.KeyExchange;

/// <content>From the parameters to the service's structures, one for each format, and to the file.</content>
public sealed partial class ExportPcKeyCommand
{
    private const string NeedsAuthority = "A receiver's certificate goes with -CertificateAuthorityPublicKeyIdentifier, the imported authority that issued it.";
    private bool _written;
    private ExportKeyMaterial? _sent;

    private protected override string? Advise(Exception exception) => _sent is { } sent
        ? RefusedExchange.Advise(this, exception, tools => tools.Diagnosis.FirstCause(sent, TimeProvider.System.GetUtcNow()))
        : null;

    private string? SerialNumber => KeySerialNumber?.Trim().ToUpperInvariant();

    private void Export(string key)
    {
        string? file = OutFile is null ? null : Available(ResolveFile(OutFile));
        var request = new ExportKeyRequest
        {
            ExportKeyIdentifier = ToServiceForm(key),
            KeyMaterial = Material(),
            ExportAttributes = SerialNumber is null && KeyCheckValueAlgorithm is null ? null : new ExportAttributes
            {
                ExportDukptInitialKey = SerialNumber is null ? null : new ExportDukptInitialKey { KeySerialNumber = SerialNumber },
                KeyCheckValueAlgorithm = KnownValue.Of(Api.KeyCheckValueAlgorithm.All, KeyCheckValueAlgorithm),
            },
        };
        if (!ShouldChange(key, Action(file)))
        {
            return;
        }

        _sent = request.KeyMaterial;
        var wrapped = new WrappedKey(request.ExportKeyIdentifier, Send(request).WrappedKey!)
        {
            KeySerialNumber = SerialNumber,
            RandomNonce = request.KeyMaterial.Tr34KeyBlock?.RandomNonce,
        };
        if (file is not null)
        {
            OutputFile.Write(file, Encoding.ASCII.GetBytes(wrapped.KeyMaterial + "\n"), isSecret: true);
            _written = true;
            WriteVerbose($"{file} written.");
        }

        if (file is null || PassThru)
        {
            WriteObject(wrapped);
        }
    }

    private string Available(string file)
    {
        if (_written)
        {
            throw new InvalidConfigurationException("PcOutFileReused", $"The file '{file}' has another wrapped key already: one -OutFile is for one key.");
        }

        OutputFile.Require(file);
        return Force || !Path.Exists(file) ? file : throw new InvalidConfigurationException(
            "PcOutFileExists", $"The file '{file}' is there already and was left as it is; nothing was exported. Name another, or add -Force to replace it.");
    }

    private string Action(string? file)
    {
        string what = SerialNumber is null ? "Export the key" : $"Export the initial key of {SerialNumber}";
        string format = ParameterSetName switch
        {
            Tr31Set => "as TR-31 block",
            CryptogramSet => "as RSA key cryptogram",
            EcdhSet => "as TR-31 block under a key from ECDH",
            As2805Set => "as AS 2805 cryptogram",
            _ => "as TR-34 token",
        };
        return file is null ? $"{what} {format}" : $"{what} {format} to {file}";
    }

    private ExportKeyMaterial Material() => ParameterSetName switch
    {
        CryptogramSet => new ExportKeyMaterial
        {
            KeyCryptogram = new ExportKeyCryptogram
            {
                CertificateAuthorityPublicKeyIdentifier = Authority(CertificateAuthorityPublicKeyIdentifier),
                WrappingKeyCertificate = CertificateOf(WrappingKeyCertificate, "receiver's"),
                WrappingSpec = KnownValue.Of(WrappingKeySpec.All, WrappingSpec),
            },
        },
        EcdhSet => new ExportKeyMaterial { DiffieHellmanTr31KeyBlock = Ecdh() },
        As2805Set => new ExportKeyMaterial
        {
            As2805KeyCryptogram = new ExportAs2805KeyCryptogram { WrappingKeyIdentifier = ToServiceForm(WrappingKeyIdentifier), As2805KeyVariant = Variant },
        },
        Tr31Set => new ExportKeyMaterial
        {
            Tr31KeyBlock = new ExportTr31KeyBlock { WrappingKeyIdentifier = ToServiceForm(WrappingKeyIdentifier), KeyBlockHeaders = Headers() },
        },
        _ => new ExportKeyMaterial { Tr34KeyBlock = Tr34(byToken: ParameterSetName == Tr34TokenSet) },
    };

    private ExportTr34KeyBlock Tr34(bool byToken) => new()
    {
        ExportToken = byToken ? RequireToken() : null,
        CertificateAuthorityPublicKeyIdentifier = Authority(RequireAuthority()),
        WrappingKeyCertificate = CertificateOf(WrappingKeyCertificate, "receiver's (KRD)"),
        SigningKeyIdentifier = byToken ? null : ToServiceForm(SigningKeyIdentifier),
        SigningKeyCertificate = byToken ? null : CertificateOf(SigningKeyCertificate, "own signing key's (KDH)"),
        KeyBlockFormat = Tr34KeyBlockFormat.X9Tr34Of2012,
        RandomNonce = Nonce,
        KeyBlockHeaders = Headers(),
    };

    private string RequireToken() => ExportToken ?? throw new KeyInputException(
        KeyInputFailure.Missing,
        "It is not clear how to wrap the key for this certificate; nothing was exported. For a TR-34 token give -ExportToken of Get-PcExportParameters, or "
            + "-SigningKeyIdentifier and "
        + "-SigningKeyCertificate for a key pair of your own. For an RSA cryptogram, which says nothing of what the key is for, give -WrappingSpec "
            + "RSA_OAEP_SHA_256 or RSA_OAEP_SHA_512. "
        + NeedsAuthority);

    private string RequireAuthority() => CertificateAuthorityPublicKeyIdentifier.Length > 0
        ? CertificateAuthorityPublicKeyIdentifier
        : throw new KeyInputException(KeyInputFailure.Missing, "Nothing was exported. " + NeedsAuthority);

    private ExportDiffieHellmanTr31KeyBlock Ecdh() => new()
    {
        PrivateKeyIdentifier = ToServiceForm(PrivateKeyIdentifier),
        CertificateAuthorityPublicKeyIdentifier = Authority(CertificateAuthorityPublicKeyIdentifier),
        PublicKeyCertificate = CertificateOf(PublicKeyCertificate, "other side's key agreement"),
        DeriveKeyAlgorithm = DerivedAlgorithm,
        KeyDerivationFunction = DerivationFunction,
        KeyDerivationHashAlgorithm = DerivationHash,
        DerivationData = DerivationData,
        KeyBlockHeaders = Headers(),
    };

    private KeyBlockHeaders? Headers() => ModeOfUse is null && Exportability is null && KeyVersion is null && OptionalBlock is null ? null : new KeyBlockHeaders
    {
        KeyModesOfUse = ModeOfUse is { Length: > 0 } ? ModesOfUse.Parse(ModeOfUse) : null,
        KeyExportability = Exportability?.ToUpperInvariant() switch
        {
            "E" => KeyExportability.Exportable,
            "S" => KeyExportability.Sensitive,
            "N" => KeyExportability.NonExportable,
            _ => KnownValue.Of(KeyExportability.All, Exportability),
        },
        KeyVersion = KeyVersion?.ToUpperInvariant(),
        OptionalBlocks = OptionalBlock is null ? null : Blocks(OptionalBlockInput.Take(OptionalBlock)),
    };

    private static Dictionary<string, string> Blocks(IReadOnlyList<KeyBlockOptionalBlock> blocks)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KeyBlockOptionalBlock block in blocks)
        {
            if (!table.TryAdd(block.Id.ToUpperInvariant(), block.Data))
            {
                throw new KeyInputException(KeyInputFailure.Conflict, $"The optional block {block.Id} is given twice: a header has each once.");
            }
        }

        return table;
    }
}
