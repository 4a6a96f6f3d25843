using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Repair;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Diagnosis;

namespace PaymentCrypto.Local.Tools;

/// <summary>Why an exchange is refused, and what can be mended.</summary>
internal sealed class DiagnosisTool : IDiagnosisTool
{
    public IReadOnlyList<ExchangeCheckResult> Examine(ExchangeEvidence evidence) => ToolRefusal.Map(() =>
    {
        using var facts = ExchangeFacts.Of(evidence);
        NotLookedUp(evidence, facts.Named);
        return ExchangeDiagnosis.Examine(evidence, ExchangeDiagnosis.Recognise(evidence), facts);
    });

    public ExchangeCheckResult? FirstCause(ImportKeyMaterial material, DateTimeOffset at) => FirstCause(EvidenceOf(material, at));

    public ExchangeCheckResult? FirstCause(ExportKeyMaterial material, DateTimeOffset at) => FirstCause(EvidenceOf(material, at));

    public IReadOnlyList<BlockCorrection> RepairBlock(string block, KeyMaterial protectionKey) => ToolRefusal.Map(() =>
    {
        using KeyBlockProtectionKey kbpk = Tr31Tool.ProtectionKey(protectionKey);
        return KeyBlockRepair.Find(block, kbpk)
            .Select(static correction => new BlockCorrection(correction.Position, correction.Found, correction.Right, correction.Block)).ToArray();
    });

    public IReadOnlyList<EnteredCorrection> RepairComponent(KeyMaterial component, string checkValue) => ToolRefusal.Map(() =>
    {
        using SecretBuffer value = component.Copy();
        return Corrections(component.Algorithm, ComponentRepair.Find(CipherOf(component), value.Span, checkValue));
    });

    public IReadOnlyList<EnteredCorrection> RepairComponent(IReadOnlyList<KeyMaterial> components, string keyCheckValue) => ToolRefusal.Map(() =>
    {
        List<SecretBuffer> values = [];
        try
        {
            values.AddRange(components.Select(static component => component.Copy()));
            return Corrections(components[0].Algorithm, ComponentRepair.Find(CipherOf(components[0]), values, keyCheckValue));
        }
        finally
        {
            values.ForEach(static value => value.Dispose());
        }
    });

    // No key of the service is here, and to ask for one would be a call, which costs and is logged: what it would answer is said to be unknown.
    private static void NotLookedUp(ExchangeEvidence evidence, Examination examination)
    {
        string?[] named = [evidence.WrappingKeyIdentifier, evidence.Agreement?.PrivateKeyIdentifier, evidence.CertificateAuthorityPublicKeyIdentifier];
        foreach (string? key in named)
        {
            if (key is { Length: > 0 })
            {
                examination.Unknown(ExchangeCause.ServiceKey, $"{key} was not looked up: Get-PcKey says its state, usage and check value.");
            }
        }

        if (evidence.ImportToken is { Length: > 0 })
        {
            examination.Unknown(ExchangeCause.ServiceToken, "The import token was not looked up: no operation of the service tells a token's state.");
        }

        if (evidence.Agreement is not null)
        {
            examination.Unknown(
                ExchangeCause.AgreementDerivation, "The key was agreed on with a private key that is not here, so that nothing could be derived.");
        }
    }

    private ExchangeCheckResult? FirstCause(ExchangeEvidence? evidence) =>
        evidence is null ? null : Examine(evidence).FirstOrDefault(static result => result.Outcome == "Fail");

    private static BlockCipherAlgorithm CipherOf(KeyMaterial component) => KeyAlgorithms.Family(component.Algorithm) ?? throw new KeyInputException(
        KeyInputFailure.AlgorithmMismatch, $"Components are those of TDES and AES keys, but this is a key of algorithm {component.Algorithm}.");

    private static EnteredCorrection[] Corrections(string algorithm, IReadOnlyList<ComponentCorrection> corrections) =>
    [
        .. corrections.Select(correction =>
        {
            using (correction)
            {
                bool? parity = KeyAlgorithms.Family(algorithm) == BlockCipherAlgorithm.Tdes ? correction.IsOddParity : null;
                return new EnteredCorrection(
                    correction.Component, correction.Position, correction.OtherPosition, correction.Digit, parity, new KeyMaterial(algorithm,
                        correction.Value));
            }
        }),
    ];

    private static ExchangeEvidence? EvidenceOf(ImportKeyMaterial material, DateTimeOffset at) => material switch
    {
        { Tr31KeyBlock: { } block } => new ExchangeEvidence { Material = block.WrappedKeyBlock ?? "", IsWholeRequest = true, ValidAt = at },
        { DiffieHellmanTr31KeyBlock: { } block } => new ExchangeEvidence { Material = block.WrappedKeyBlock ?? "", IsWholeRequest = true, ValidAt = at },
        { Tr34KeyBlock: { } token } => new ExchangeEvidence
        {
            Material = token.WrappedKeyBlock ?? "",
            RandomNonce = token.RandomNonce,
            SigningCertificate = Read(token.SigningKeyCertificate),
            Recipient = Read(token.WrappingKeyCertificate) is { } recipient ? new KeyExchangeCredential(null, recipient) : null,
            IsWholeRequest = true,
            ValidAt = at,
        },
        { KeyCryptogram: { } cryptogram } => new ExchangeEvidence
        {
            Material = cryptogram.WrappedKeyCryptogram ?? "",
            Algorithm = cryptogram.KeyAttributes?.KeyAlgorithm,
            WrappingSpec = cryptogram.WrappingSpec,
            IsWholeRequest = true,
            ValidAt = at,
        },
        { As2805KeyCryptogram: { } cryptogram } => new ExchangeEvidence
        {
            Material = cryptogram.WrappedKeyCryptogram ?? "",
            As2805KeyVariant = cryptogram.As2805KeyVariant,
            IsWholeRequest = true,
            ValidAt = at,
        },
        { RootCertificatePublicKey: { } root } => new ExchangeEvidence { Material = root.PublicKeyCertificate ?? "", IsWholeRequest = true, ValidAt = at },
        { TrustedCertificatePublicKey: { } trusted } =>
            new ExchangeEvidence { Material = trusted.PublicKeyCertificate ?? "", IsWholeRequest = true, ValidAt = at },
        _ => null,
    };

    private static ExchangeEvidence? EvidenceOf(ExportKeyMaterial material, DateTimeOffset at) =>
        (material.Tr34KeyBlock?.WrappingKeyCertificate
            ?? material.KeyCryptogram?.WrappingKeyCertificate
            ?? material.DiffieHellmanTr31KeyBlock?.PublicKeyCertificate) is { } certificate
            ? new ExchangeEvidence { Material = certificate, Direction = TokenDirection.Export, IsWholeRequest = true, ValidAt = at }
            : null;

    private static X509Certificate2? Read(string? wire)
    {
        try
        {
            return wire is null ? null : CertificateReader.Read(wire);
        }
        catch (CryptographyException)
        {
            return null;
        }
    }
}
