using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Local.Diagnosis.Corpus;

/// <summary>
/// TR-34 tokens: good ones, and one fault each. The throw-away keys are those of the vector set; certificates are issued anew where one has to be wrong.
/// </summary>
internal static class TokenCases
{
    private static readonly Dictionary<string, X509Certificate2> Issued = [];

    public static ExchangeCase Good(Random random)
    {
        TokenSpec spec = Spec(random);
        return new("", Evidence(spec, spec.Write(random)));
    }

    public static IEnumerable<(string Class, Func<Random, ExchangeCase> Make)> All()
    {
        yield return ("another nonce", random => Of(random, "Tr34NonceMismatch", static evidence => evidence with { RandomNonce = "0011223344556677" }));
        yield return ("no nonce", random => Of(random, "Tr34NonceMissing", spec: static spec => spec with { Nonce = null, SigningTime = Dice.Now.AddHours(-1) },
            evidence: static evidence => evidence with { RandomNonce = "0011223344556677" }));
        yield return ("signed in the future", random => Of(random, "Tr34SigningTime", static evidence => evidence with { RandomNonce = null },
            spec: static spec => spec with { Nonce = null, SigningTime = Dice.Now.AddDays(3) }));
        yield return ("nonce not given",
            random => Of(random, "Tr34NonceUnexpected", static evidence => evidence with { RandomNonce = null, IsWholeRequest = true }));
        yield return ("another receiver", random => Of(random, "Tr34RecipientMismatch", static evidence => evidence with { Recipient = Receiver("krd_3072") }));
        yield return ("another signing certificate",
            random => Of(random, "Tr34SignerMismatch", static evidence => evidence with { SigningCertificate = Tr34Fixture.Certificate("kdh_other") }));
        yield return ("signed by another key",
            random => Of(random, "Tr34SignatureInvalid", spec: static spec => spec with { SignerKey = Tr34Fixture.Key("kdh_other") }));
        yield return ("changed envelope", random => OfBytes(random, "Tr34DigestMismatch", static (token, dice) => Flip(token, 280 + dice.Next(200))));
        yield return ("changed signature",
            random => OfBytes(random, "Tr34SignatureInvalid", static (token, dice) => Flip(token, token.Length - 1 - dice.Next(200))));
        yield return ("end of the token missing", random => OfBytes(random, "Tr34Truncated", static (token, dice) => token[..^dice.Next(1, 200)]));
        yield return ("something behind the token",
            random => OfBytes(random, "Tr34TrailingData", static (token, dice) => [.. token, .. dice.Bytes(dice.Next(1, 8))]));
        yield return ("OAEP with SHA-1",
            random => Of(random, "Tr34KeyTransport", spec: static spec => spec with { Padding = RSAEncryptionPadding.OaepSHA1, StatedHash = "1.3.14.3.2.26" }));
        yield return ("OAEP stated, PKCS#1 used",
            random => Of(random, "Tr34EphemeralKey", spec: static spec => spec with { Padding = RSAEncryptionPadding.Pkcs1 }));
        yield return ("AES key under TDES",
            random => Of(random, "ServiceStrength", spec: static spec => spec with
            {
                Header = "D0112K0AB00E0000",
                AesEnvelope = false,
                Recipient = Tr34Fixture.Certificate("krd_3072")
            }, evidence: static evidence => evidence with { Recipient = Receiver("krd_3072") }));
        yield return ("AES key under RSA-2048",
            random => Of(random, "ServiceStrength", spec: static spec => spec with { Header = "D0112K0AB00E0000", AesEnvelope = true }));
        yield return ("two headers", random => Of(random, "Tr34HeaderMismatch", spec: static spec => spec with { InnerHeader = "D0112P0TB00E0000" }));
        yield return ("mode of the header", random => Of(random, "ServiceAttributes", spec: static spec => spec with { Header = "D0112P0TV00E0000" }));
        yield return ("key of another length", random => Of(random, "Tr34KeyLength", spec: spec => spec with { Key = random.Bytes(20) }));
        yield return ("expired signer", random => OfSigner(random, "CertificateExpired", "expired"));
        yield return ("signer not valid yet", random => OfSigner(random, "CertificateNotYetValid", "early"));
        yield return ("signer of another authority",
            random => Of(random, "CertificateIssuerMismatch", static evidence => evidence with { Authorities = [Tr34Fixture.Certificate("krd_ca")] }));
        yield return ("authority of the same name",
            random => Of(random, "CertificateSignature", static evidence => evidence with { Authorities = [Issue("impostor")] }));
        yield return ("signer's KeyUsage", random => OfSigner(random, "CertificateKeyUsage", "encipherment"));
        yield return ("signer's critical extension", random => OfSigner(random, "CertificateExtension", "critical"));
        yield return ("authority that is none",
            random => Of(random, "CertificateNotAuthority", static evidence => evidence with { Authorities = [Issue("leafAuthority")] }));
        yield return ("token in base64 twice",
            random => OfText(random, "FormEncodedTwice", static token => Convert.ToBase64String(Encoding.ASCII.GetBytes(Convert.ToBase64String(token)))));
        yield return ("hex in base64",
            random => OfText(random, "FormEncodedTwice", static token => Convert.ToBase64String(Encoding.ASCII.GetBytes(Convert.ToHexString(token)))));
        yield return ("hex in lower case", random => OfText(random, "FormLetterCase", static token => Convert.ToHexString(token).ToLowerInvariant()));
        yield return ("request in place of a certificate", static _ => new("", BlockCases.Evidence(new CertificateRequest("CN=somebody", Tr34Fixture.Key("kdh"),
            HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSigningRequestPem()), "FormSigningRequest"));
        yield return ("private key in place of a certificate",
            static _ => new("", BlockCases.Evidence(Tr34Fixture.Key("kdh").ExportPkcs8PrivateKeyPem()), "FormPrivateKey"));
    }

    public static KeyExchangeCredential Receiver(string name) => new(Tr34Fixture.Key(name), Tr34Fixture.Certificate(name));

    public static ExchangeCase Of(
        Random random, string cause, Func<ExchangeEvidence, ExchangeEvidence>? evidence = null, Func<TokenSpec, TokenSpec>? spec = null)
    {
        TokenSpec sent = spec is null ? Spec(random) : spec(Spec(random));
        ExchangeEvidence good = Evidence(sent, sent.Write(random));
        return new("", evidence is null ? good : evidence(good), cause);
    }

    private static ExchangeCase OfBytes(Random random, string cause, Func<byte[], Random, byte[]> change)
    {
        TokenSpec spec = Spec(random);
        return new("", Evidence(spec, change(spec.Write(random), random)), cause);
    }

    private static ExchangeCase OfText(Random random, string cause, Func<byte[], string> text)
    {
        TokenSpec spec = Spec(random);
        byte[] token = spec.Write(random);
        return new("", Evidence(spec, token) with { Material = text(token) }, cause);
    }

    private static ExchangeCase OfSigner(Random random, string cause, string signer) => Of(
        random, cause, evidence => evidence with { SigningCertificate = Issue(signer) }, spec => spec with { Signer = Issue(signer) });

    private static TokenSpec Spec(Random random)
    {
        byte[] key = random.Tdes(random.Pick(16, 24));
        return new TokenSpec
        {
            Key = key,
            Header = random.Pick("D0112K0TB00E0000", "D0112P0TB00N0000", "D0112B0TX00E0000", "D0112K1TD00S0000"),
            Signer = Tr34Fixture.Certificate("kdh"),
            SignerKey = Tr34Fixture.Key("kdh"),
            Recipient = Tr34Fixture.Certificate("krd"),
            Nonce = random.Bytes(random.Pick(8, 16)),
            AesEnvelope = random.Next(2) == 0,
        };
    }

    private static ExchangeEvidence Evidence(TokenSpec spec, byte[] token) => new()
    {
        Material = Convert.ToHexString(token),
        ValidAt = Dice.Now,
        SigningCertificate = spec.Signer,
        Authorities = [Tr34Fixture.Certificate("kdh_ca")],
        Recipient = Receiver("krd"),
        RandomNonce = spec.Nonce is null ? null : Convert.ToHexString(spec.Nonce),
        KeyCheckValue = spec.Header[7] == 'T' && spec.Key.Length is 16 or 24 ? Ciphers.CheckValue(false, spec.Key) : null,
    };

    private static byte[] Flip(byte[] token, int at)
    {
        token[at] ^= 0x10;
        return token;
    }

    private static X509Certificate2 Issue(string name)
    {
        if (Issued.TryGetValue(name, out X509Certificate2? known))
        {
            return known;
        }

        X509Certificate2 authority = Tr34Fixture.Certificate("kdh_ca");
        bool isAuthority = name is "impostor" or "leafAuthority";
        CertificateRequest request = new(
            isAuthority ? authority.SubjectName : new X500DistinguishedName($"CN={name}"), Tr34Fixture.Key(name == "impostor"
                ? "krd_ca"
                : isAuthority
                ? "kdh_ca"
                : "kdh"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: name == "impostor", false, 0, critical: true));
        if (name == "encipherment")
        {
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, critical: true));
        }

        if (name == "critical")
        {
            request.CertificateExtensions.Add(new X509Extension("1.3.6.1.4.1.99999.1", [5, 0], critical: true));
        }

        DateTimeOffset from = name == "early" ? Dice.Now.AddDays(20) : Dice.Now.AddDays(-400);
        DateTimeOffset to = name == "expired" ? Dice.Now.AddDays(-2) : Dice.Now.AddDays(400);
        RSA signer = Tr34Fixture.Key(name == "impostor" ? "krd_ca" : "kdh_ca");
        return Issued[name] = request.Create(authority.SubjectName, X509SignatureGenerator.CreateForRSA(signer, RSASignaturePadding.Pkcs1), from, to,
            [0x31, (byte)Issued.Count, 7]);
    }
}
