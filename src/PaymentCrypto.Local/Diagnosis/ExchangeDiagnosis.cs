using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Examinations;
using PaymentCrypto.Cryptography.Diagnosis.Forms;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Exchange;

namespace PaymentCrypto.Local.Diagnosis;

/// <summary>Every check of an exchange, in order: its form, what the store says, its format, and the service's own rules.</summary>
internal sealed class ExchangeDiagnosis
{
    private readonly Examination _examination = new();
    private readonly ExchangeEvidence _evidence;
    private readonly ExchangeFacts _facts;

    private ExchangeDiagnosis(ExchangeEvidence evidence, ExchangeFacts facts) => (_evidence, _facts) = (evidence, facts);

    /// <summary>Makes the checks.</summary>
    /// <param name="evidence">The exchange.</param>
    /// <param name="material">What its material is.</param>
    /// <param name="facts">Keys, receivers and authorities.</param>
    public static IReadOnlyList<ExchangeCheckResult> Examine(ExchangeEvidence evidence, RecognisedMaterial material, ExchangeFacts facts)
    {
        ExchangeDiagnosis diagnosis = new(evidence, facts);
        diagnosis._examination.Add(material.Findings);
        diagnosis._examination.Add(facts.Named.Findings);
        diagnosis.Run(material);
        return [.. diagnosis._examination.Findings.Select(ToResult)];
    }

    /// <summary>What the material is; nothing when there are components in its place.</summary>
    public static RecognisedMaterial Recognise(ExchangeEvidence evidence) => evidence.Components.Count > 0 && evidence.Material.Length == 0
        ? new RecognisedMaterial { Kind = MaterialKind.None }
        : MaterialForm.Recognise(evidence.Material);

    private static ExchangeCheckResult ToResult(ExchangeFinding finding) =>
        new(finding.Check, finding.Outcome.ToString(), finding.Found, finding.Expected, finding.Clause, finding.Action, finding.Side?.ToString());

    private void Run(RecognisedMaterial material)
    {
        if (_evidence.Components.Count > 0)
        {
            Components();
        }

        switch (material.Kind)
        {
            case MaterialKind.KeyBlock:
                KeyBlock(material.Text);
                break;
            case MaterialKind.KeyToken:
                KeyToken(material.Bytes);
                break;
            case MaterialKind.RsaCryptogram:
                RsaCryptogram(material.Bytes);
                break;
            case MaterialKind.BareCryptogram:
                BareCryptogram(material.Bytes);
                break;
            case MaterialKind.Certificates:
                Certificates(material);
                break;
            case MaterialKind.SigningRequest:
                _examination.Fail(ExchangeCause.FormSigningRequest, "This is a certificate signing request.",
                    "the certificate that an authority issues for it");
                break;
            case MaterialKind.PrivateKey:
                _examination.Fail(ExchangeCause.FormPrivateKey, "This holds a private key, which is never exchanged.", "the certificate");
                break;
            case MaterialKind.ErrorText:
                _examination.Add(RefusalExamination.Examine(material.Text));
                break;
            case MaterialKind.Foreign when !_examination.HasFailed:
                _examination.Fail(ExchangeCause.FormForeignBlock, "This is a key block of a maker's own.");
                break;
        }
    }

    private void KeyBlock(string block)
    {
        if (_evidence.Agreement?.PeerCertificate is { } peer)
        {
            _examination.Add(CertificateExamination.Examine([peer], _facts.Authorities, CertificatePurpose.KeyAgreement, Options));
        }

        using KeyBlockResult result = KeyBlockExamination.Examine(block, _facts.Keys, _evidence.KeyCheckValue);
        _examination.Add(result.Findings);
        ServiceRules.Characters(block, _examination);
        if (result.Header is not { } header)
        {
            return;
        }

        string? algorithm = ServiceRules.Header(header, result.Key?.Key.Length, _evidence, _examination);
        if (algorithm is not null && result.OpenedBy is { } opener)
        {
            ServiceRules.Check(_examination, ExchangeCause.ServiceStrength, "The wrapping key is strong enough.",
                () => KeyStrength.RequireSymmetric(algorithm, AlgorithmOf(opener)));
        }
    }

    private static string AlgorithmOf(ProtectionKeyCandidate key) => (key.Algorithm, key.Length) switch
    {
        (BlockCipherAlgorithm.Tdes, 24) => KeyAlgorithm.Tdes3Key,
        (BlockCipherAlgorithm.Tdes, _) => KeyAlgorithm.Tdes2Key,
        (_, 16) => KeyAlgorithm.Aes128,
        (_, 24) => KeyAlgorithm.Aes192,
        _ => KeyAlgorithm.Aes256,
    };

    private CertificateCheckOptions Options => new() { ValidAt = _evidence.ValidAt, ClockSkew = CertificateIntake.ClockSkew };

    private void KeyToken(ReadOnlyMemory<byte> token)
    {
        ReadOnlyMemory<byte> nonce = default;
        if (_evidence.RandomNonce is { Length: > 0 } digits)
        {
            _examination.Try(CryptographyError.InvalidHex, "The nonce is hex.", () => nonce = HexText.Parse(digits, "random nonce"));
        }

        KeyTokenResult result = KeyTokenExamination.Examine(token.Span, new KeyTokenEvidence
        {
            Signer = _evidence.SigningCertificate,
            Authorities = _facts.Authorities,
            Recipients = _facts.Recipients,
            Nonce = nonce,
            NonceIsComplete = _evidence.IsWholeRequest || !nonce.IsEmpty,
            CheckValue = _evidence.KeyCheckValue,
            Options = Options,
        });
        _examination.Add(result.Findings);
        if (result.Header is not { } header)
        {
            return;
        }

        string? algorithm = ServiceRules.Header(header, result.KeyLength, _evidence, _examination);
        if (header.Algorithm == Tr31Algorithm.Aes && result.Token!.Cipher == Tr34Cipher.TripleDes)
        {
            _examination.Fail(ExchangeCause.ServiceStrength, "An AES key is under an ephemeral TDES key (des-ede3-cbc).", "an envelope under AES",
                side: FindingSide.Sender);
        }

        if (algorithm is not null && result.Recipient?.Certificate is { } recipient)
        {
            ServiceRules.Check(
                _examination,
                ExchangeCause.ServiceStrength,
                "The receiver's key is strong enough.",
                () => KeyStrength.RequireRsa(algorithm, CertificateIntake.AlgorithmOf("WrappingKeyCertificate", recipient)));
        }
    }

    private void RsaCryptogram(ReadOnlyMemory<byte> cryptogram)
    {
        string? algorithm = _evidence.Algorithm?.ToUpperInvariant();
        _examination.Add(RsaCryptogramExamination.Examine(cryptogram, new RsaCryptogramEvidence
        {
            Recipients = _facts.Recipients,
            Hash = WrappingSpecs.HashOf(_evidence.WrappingSpec),
            Algorithm = ExchangeFacts.CipherOf(algorithm),
            KeyLength = LengthOf(algorithm),
            CheckValue = _evidence.KeyCheckValue,
        }));
        if (algorithm is not null
            && _facts.Recipients.Find(static recipient => recipient.IsGiven)?.Certificate is { } recipient
            && LengthOf(algorithm) is not null)
        {
            ServiceRules.Check(
                _examination,
                ExchangeCause.ServiceStrength,
                "The receiver's key is strong enough.",
                () => KeyStrength.RequireRsa(algorithm, CertificateIntake.AlgorithmOf("WrappingKeyCertificate", recipient)));
        }
    }

    private static int? LengthOf(string? algorithm) => algorithm switch
    {
        KeyAlgorithm.Tdes2Key or KeyAlgorithm.Aes128 => 16,
        KeyAlgorithm.Tdes3Key or KeyAlgorithm.Aes192 => 24,
        KeyAlgorithm.Aes256 => 32,
        _ => null,
    };

    private void BareCryptogram(ReadOnlyMemory<byte> cryptogram)
    {
        if (_evidence.As2805KeyVariant is { } variant)
        {
            _examination.Add(VariantCryptogramExamination.Examine(cryptogram.Span, _facts.Keys, As2805Variants.ToVariant(variant), _evidence.KeyCheckValue));
            return;
        }

        _examination.Fail(
            ExchangeCause.FormBareCryptogram,
            string.Create(CultureInfo.InvariantCulture,
                $"These are {cryptogram.Length} bytes without a header or MAC: a key encrypted under another by itself or under a variant, or a clear key."),
            "a TR-31 block, a TR-34 token or an RSA cryptogram; under AS 2805 the variant (-As2805KeyVariant)");
    }

    private void Certificates(RecognisedMaterial material)
    {
        IReadOnlyList<X509Certificate2> certificates;
        try
        {
            certificates = material.Text.Length > 0 ? CertificateReader.ReadAll(material.Text) : CertificateReader.ReadAll(material.Bytes.Span);
        }
        catch (CryptographyException error)
        {
            _examination.Fail(error);
            return;
        }

        _examination.Pass(nameof(CryptographyError.CertificateMalformed), string.Create(CultureInfo.InvariantCulture, $"{certificates.Count} certificates."));
        CertificatePurpose purpose = _evidence.Direction == TokenDirection.Export ? CertificatePurpose.KeyEncipherment
            : certificates.Count == 1 && certificates[0].SubjectName.RawData.AsSpan().SequenceEqual(certificates[0].IssuerName.RawData)
                ? CertificatePurpose.Authority
            : CertificatePurpose.Any;
        if (purpose == CertificatePurpose.KeyEncipherment && certificates[0].PublicKey.Oid.Value is "1.2.840.10045.2.1")
        {
            purpose = CertificatePurpose.KeyAgreement;
        }

        _examination.Add(CertificateExamination.Examine(certificates, _facts.Authorities, purpose, Options));
    }

    private void Components()
    {
        if (ExchangeFacts.CipherOf(_evidence.Algorithm ?? _evidence.Components[0].Value.Algorithm) is not { } algorithm)
        {
            _examination.Fail(nameof(CryptographyError.InvalidKey), "Components are those of a TDES or AES key.", "-Algorithm TDES_2KEY, for example");
            return;
        }

        List<ComponentEvidence> components = [];
        try
        {
            components.AddRange(_evidence.Components.Select(static component =>
                new ComponentEvidence(ExchangeFacts.CopyOf(component.Value), component.CheckValue)));
            _examination.Add(ComponentExamination.Examine(algorithm, components, _evidence.KeyCheckValue));
        }
        finally
        {
            components.ForEach(static component => component.Value.Dispose());
        }
    }
}
