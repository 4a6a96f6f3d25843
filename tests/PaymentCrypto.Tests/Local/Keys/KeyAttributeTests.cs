using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Local.Keys;

/// <summary>
/// Which keys can be created: every combination of usage, algorithm and modes, against the tables of the user guide ("Understanding
/// key attributes", "Valid keys for cryptographic operations"), written down here on their own.
/// </summary>
public sealed class KeyAttributeTests : IDisposable
{
    // Usage code; algorithms (T = both TDES, A = all AES, H = all HMAC, R = all RSA, P = all curves); modes of use.
    private const string Documented = """
        B0 TA  XN
        C0 TA  GVCN
        D0 TA  BEDN
        D1 R   BED
        E0 TA  XN
        E1 TA  XN
        E2 TA  XN
        E4 TA  XN
        E5 TA  XN
        E6 TA  XN
        K0 TA  BEDN
        K1 TA  BEDN
        K2 R   BED
        K3 P   X
        M0 T   GVCN
        M1 T   GVCN
        M3 T   GVCN
        M6 TA  GVCN
        M7 HTA GVCN
        P0 TA  BEDN
        P1 T   GVCNB
        S0 R   SV
        V1 TA  GVCN
        V2 TA  GVCN
        """;

    private static readonly Dictionary<char, string[]> Families = new()
    {
        ['T'] = ["TDES_2KEY", "TDES_3KEY"],
        ['A'] = ["AES_128", "AES_192", "AES_256"],
        ['H'] = ["HMAC_SHA224", "HMAC_SHA256", "HMAC_SHA384", "HMAC_SHA512"],
        ['R'] = ["RSA_2048", "RSA_3072", "RSA_4096"],
        ['P'] = ["ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521"],
    };

    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Exactly_the_documented_combinations_can_be_created()
    {
        HashSet<(string, string, char)> documented = [.. Documented.Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(row => row[1].SelectMany(family => Families[family]).SelectMany(algorithm => row[2].Select(mode => (row[0], algorithm, mode))))];
        using ILocalEngine engine = _store.Open(options => options with { InMemory = true, Quotas = new ServiceQuotas { Keys = 100_000 } });
        List<string> wrong = [];
        foreach (string usage in KeyUsage.All)
        {
            foreach (string algorithm in KeyAlgorithm.All)
            {
                foreach (char mode in "BEDCGVSXN")
                {
                    // A pair of every size is made elsewhere; here its cost would be all that is tested.
                    bool expected = documented.Contains((usage["TR31_".Length..7], algorithm, mode));
                    if (expected && algorithm is "RSA_3072" or "RSA_4096")
                    {
                        continue;
                    }

                    if (await CanCreate(engine.Default(), usage, algorithm, mode) != expected)
                    {
                        wrong.Add($"{usage} {algorithm} {mode}: documented {expected}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_refusal_says_which_part_is_wrong_and_what_is_allowed()
    {
        using ILocalEngine engine = _store.Open();
        IPaymentCryptography service = engine.Default();

        Assert.Contains("KeyAlgorithm RSA_2048", await Refusal(KeyCalls.Attributes(KeyUsage.Tr31P0PinEncryptionKey, "RSA_2048", "B")),
            StringComparison.Ordinal);
        Assert.Contains("Encrypt + Decrypt + Wrap + Unwrap", await Refusal(KeyCalls.Attributes(KeyUsage.Tr31P0PinEncryptionKey, "AES_128", "C")),
            StringComparison.Ordinal);
        Assert.Contains("KeyClass ASYMMETRIC_KEY_PAIR",
            await Refusal(KeyCalls.Attributes(KeyUsage.Tr31P0PinEncryptionKey, "AES_128", "B", KeyClass.AsymmetricKeyPair)), StringComparison.Ordinal);
        Assert.Contains("cannot be created",
            await Refusal(KeyCalls.Attributes(KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, "RSA_2048", "V", KeyClass.PublicKey)), StringComparison.Ordinal);
        // Seen live: part of a permitted set is not a permitted set.
        KeyAttributes half = KeyCalls.Attributes(KeyUsage.Tr31D0SymmetricDataEncryptionKey, "AES_128",
            "B") with
        { KeyModesOfUse = new KeyModesOfUse { Encrypt = true, Decrypt = true } };
        Assert.Contains("KeyModesOfUse Encrypt + Decrypt", await Refusal(half), StringComparison.Ordinal);
        Assert.Contains("(none)", await Refusal(half with { KeyModesOfUse = new KeyModesOfUse() }), StringComparison.Ordinal);

        async Task<string> Refusal(KeyAttributes attributes) => (await Assert.ThrowsAsync<ValidationException>(() =>
            service.Send(new CreateKeyRequest { KeyAttributes = attributes, Exportable = true }))).Message;
    }

    [Fact]
    public async Task DeriveKeyUsage_goes_with_key_agreement_keys_only()
    {
        using ILocalEngine engine = _store.Open();
        Key agreement = await engine.Default().CreateKey(
            KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP521, "X", request =>
                request with { DeriveKeyUsage = DeriveKeyUsage.Tr31K1KeyBlockProtectionKey });

        Assert.Equal(DeriveKeyUsage.Tr31K1KeyBlockProtectionKey, agreement.DeriveKeyUsage);
        Assert.Equal((KeyCheckValueAlgorithm.Sha1, 8), (agreement.KeyCheckValueAlgorithm, agreement.KeyCheckValue!.Length));
        await Assert.ThrowsAsync<ValidationException>(() =>
            engine.Default().CreateKey(change: request => request with { DeriveKeyUsage = DeriveKeyUsage.Tr31K1KeyBlockProtectionKey }));
    }

    private static async Task<bool> CanCreate(IPaymentCryptography service, string usage, string algorithm, char mode)
    {
        try
        {
            await service.CreateKey(usage, algorithm, mode.ToString());
            return true;
        }
        catch (ValidationException e) when (e.ErrorId == "PcValidation")
        {
            return false;
        }
    }
}
