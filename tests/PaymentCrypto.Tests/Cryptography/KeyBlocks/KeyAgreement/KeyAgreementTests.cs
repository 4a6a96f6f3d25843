using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.KeyAgreement;

public sealed class KeyAgreementTests
{
    private static readonly Dictionary<string, JsonElement> Chain = GeneratedVectors.Records("ecdh_chain_generated.json").ToDictionary(record =>
        record.Text("id"));

    private static readonly Dictionary<string, ECCurve> Curves = new()
    {
        ["secp256r1"] = ECCurve.NamedCurves.nistP256,
        ["secp384r1"] = ECCurve.NamedCurves.nistP384,
        ["secp521r1"] = ECCurve.NamedCurves.nistP521,
    };

    public static TheoryData<string> ChainIds => [.. Chain.Keys];

    [Theory]
    [MemberData(nameof(ChainIds))]
    public void Both_parties_derive_the_key_that_opens_the_block(string id)
    {
        JsonElement record = Chain[id];
        foreach ((string own, string peer) in new[] { ("party_u_private", "party_v_public"), ("party_v_private", "party_u_public") })
        {
            using ECDiffieHellman ownKey = PrivateKey(record.Text(own));
            EcdhPublicKey peerKey = PublicKey(record.Text(peer));

            using SecretBuffer secret = EcdhKeyAgreement.DeriveSharedSecret(ownKey, peerKey);
            using SecretBuffer derived = EcdhKeyAgreement.DeriveKey(
                ownKey, peerKey, Function(record.Text("kdf")), Hash(record.Text("hash")), record.Hex("shared_info"), Algorithm(record.Text("derived_key")));

            Assert.Equal(record.Text("shared_secret_x"), Convert.ToHexString(secret.Span));
            Assert.Equal(record.Text("okm"), Convert.ToHexString(derived.Span));
            if (record.TextOrNull("tr31_block") is { } block)
            {
                using var protectionKey = KeyBlockProtectionKey.FromAes(derived.Span);
                using Tr31UnwrappedKey unwrapped = Tr31KeyBlock.Unwrap(block, protectionKey);
                Assert.Equal(record.Text("wrapped_key"), Convert.ToHexString(unwrapped.Key));
            }
        }
    }

    [Fact]
    public void The_key_derivation_vectors_of_nist_and_pyca_agree()
    {
        int used = 0;
        foreach (JsonElement record in SharedVectors.Records("kdf.json").Where(record => record.Text("hash") != "SHA-224"))
        {
            using SecretBuffer key = KeyDerivation.Derive(
                Function(record.Text("kdf")), Hash(record.Text("hash").Replace('-',
                    '_')), record.Hex("z"), record.Hex("shared_info"), record.GetProperty("length").GetInt32());
            Assert.Equal(record.Text("okm"), Convert.ToHexString(key.Span));
            used++;
        }

        Assert.Equal(9, used);
    }

    [Fact]
    public void The_first_cavp_row_of_each_hash_and_the_concat_sample_agree()
    {
        // NIST CAVP ansx963_2001.rsp (public domain), and pyca/cryptography test_concatkdf.py.
        AssertDerived(KeyDerivationFunction.AnsiX963, HashAlgorithmName.SHA256, "96C05619D56C328AB95FE84B18264B08725B85E33FD34F08", "",
            "443024C3DAE66B95E6F5670601558F71");
        AssertDerived(KeyDerivationFunction.AnsiX963, HashAlgorithmName.SHA384, "D8554DB1B392CD55C3FE957BED76AF09C13AC2A9392F88F6", "",
            "671A46AADA145162F8DDF1CA586A1CDA");
        AssertDerived(KeyDerivationFunction.AnsiX963, HashAlgorithmName.SHA512, "87FC0D8C4477485BB574F5FCEA264B30885DC8D90AD82782", "",
            "947665FBB9152153EF460238506A0245");
        AssertDerived(
            KeyDerivationFunction.NistSp800,
            HashAlgorithmName.SHA256,
            "52169AF5C485DCC2321EB8D26D5EFA21FB9B93C98E38412EE2484CF14F0D0D23",
            "A1B2C3D4E53728157E634612C12D6D5223E204AEEA4341565369647BD184BCD246F72971F292BADAA2FE4124612CBA",
            "1C3BC9E7C4547C5191C0D478CCCAED55");
    }

    [Theory]
    [InlineData("ecdh_secp256r1_test.json")]
    [InlineData("ecdh_secp384r1_test.json")]
    [InlineData("ecdh_secp521r1_test.json")]
    public void Wycheproof_agrees_and_no_invalid_point_gets_through(string file)
    {
        using JsonDocument document = SharedVectors.Open("wycheproof/" + file);
        int agreed = 0;
        foreach ((string Curve, JsonElement Test) test in document.RootElement.GetProperty("testGroups").EnumerateArray()
            .SelectMany(group => group.GetProperty("tests").EnumerateArray().Select(test => (Curve: group.Text("curve"), Test: test))))
        {
            string result = test.Test.Text("result");
            try
            {
                var peer = EcdhPublicKey.Parse(test.Test.Hex("public"));
                using ECDiffieHellman own = PrivateKey(test.Curve, test.Test.Hex("private"));
                using SecretBuffer secret = EcdhKeyAgreement.DeriveSharedSecret(own, peer);
                Assert.NotEqual("invalid", result);
                Assert.Equal(test.Test.Text("shared"), Convert.ToHexString(secret.Span), ignoreCase: true);
                agreed++;
            }
            catch (CryptographyException refusal)
            {
                Assert.True(result != "valid", $"Test {test.Test.GetProperty("tcId")} was refused: {refusal.Message}");
            }
        }

        Assert.True(agreed > 300, $"Only {agreed} agreements.");
    }

    [Fact]
    public void Points_off_the_curve_and_foreign_keys_are_refused_each_with_its_error()
    {
        using var p256 = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var p384 = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP384);
        using var brainpool = ECDiffieHellman.Create(ECCurve.NamedCurves.brainpoolP256r1);
        byte[] offCurve = p256.ExportSubjectPublicKeyInfo();
        offCurve[^1] ^= 1;

        Tr34Fixture.Refused(CryptographyError.KeyAgreementPublicKey, () => EcdhPublicKey.Parse(offCurve));
        Tr34Fixture.Refused(CryptographyError.KeyAgreementPublicKey, () => EcdhPublicKey.Parse(p256.ExportSubjectPublicKeyInfo().AsSpan(0, 60)));
        Tr34Fixture.Refused(CryptographyError.KeyAgreementCurve, () => EcdhPublicKey.Parse(brainpool.ExportSubjectPublicKeyInfo()));
        Tr34Fixture.Refused(CryptographyError.KeyAgreementCurve, () => EcdhPublicKey.Of(Tr34Fixture.Certificate("kdh")));
        CryptographyException mixed = Tr34Fixture.Refused(
            CryptographyError.KeyAgreementCurve, () => EcdhKeyAgreement.DeriveSharedSecret(p256, EcdhPublicKey.Parse(p384.ExportSubjectPublicKeyInfo())));
        Assert.Contains("P-384", mixed.Message, StringComparison.Ordinal);
        Assert.Contains("256", mixed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_of_a_certificate_is_the_key_itself()
    {
        X509Certificate2 certificate = Certificates.TestCertificates.Issue("peer", Certificates.TestCertificates.P384);

        var peer = EcdhPublicKey.Of(certificate);

        Assert.Equal("P-384", peer.Curve);
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP384);
        using SecretBuffer secret = EcdhKeyAgreement.DeriveSharedSecret(own, peer);
        Assert.Equal(48, secret.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(KeyDerivation.MaximumLength + 1)]
    public void A_length_out_of_range_is_refused(int length) =>
        Tr34Fixture.Refused(CryptographyError.InvalidArgument,
            () => KeyDerivation.Derive(KeyDerivationFunction.AnsiX963, HashAlgorithmName.SHA256, new byte[32], [], length));

    [Fact]
    public void Another_hash_is_refused() =>
        Tr34Fixture.Refused(CryptographyError.InvalidArgument,
            () => KeyDerivation.Derive(KeyDerivationFunction.AnsiX963, HashAlgorithmName.SHA1, new byte[32], [], 16));

    [Fact]
    public void Python_cryptography_derives_the_same_key()
    {
        Tool.SkipUnlessPythonCryptography();
        using var folder = new TemporaryFolder();
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP521);
        using var peer = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP521);
        folder.Write("peer.pem", peer.ExportPkcs8PrivateKeyPem());
        folder.Write("own.pem", own.ExportSubjectPublicKeyInfoPem());
        const string script = """
            from cryptography.hazmat.primitives import hashes, serialization
            from cryptography.hazmat.primitives.asymmetric import ec
            from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash
            from cryptography.hazmat.primitives.kdf.x963kdf import X963KDF
            z = serialization.load_pem_private_key(open('peer.pem', 'rb').read(), None).exchange(
                ec.ECDH(), serialization.load_pem_public_key(open('own.pem', 'rb').read()))
            for kdf in (ConcatKDFHash, X963KDF):
                for h in (hashes.SHA256, hashes.SHA384, hashes.SHA512):
                    print(kdf(h(), 32, b'shared info').derive(z).hex())
            """;

        (int exitCode, string output) = Tool.Run("python3", folder.Path, "-c", script);

        Assert.True(exitCode == 0, output);
        IEnumerable<string> expected =
            from function in new[] { KeyDerivationFunction.NistSp800, KeyDerivationFunction.AnsiX963 }
            from hash in new[] { HashAlgorithmName.SHA256, HashAlgorithmName.SHA384, HashAlgorithmName.SHA512 }
            select Derive(function, hash);
        Assert.Equal(expected, output.Split('\n', StringSplitOptions.RemoveEmptyEntries));

        string Derive(KeyDerivationFunction function, HashAlgorithmName hash)
        {
            using SecretBuffer key = EcdhKeyAgreement.DeriveKey(
                own, EcdhPublicKey.Parse(peer.ExportSubjectPublicKeyInfo()), function, hash, "shared info"u8, DerivedKeyAlgorithm.Aes256);
            return Convert.ToHexStringLower(key.Span);
        }
    }

    private static void AssertDerived(KeyDerivationFunction function, HashAlgorithmName hash, string secret, string information, string expected)
    {
        using SecretBuffer key = KeyDerivation.Derive(function, hash, Convert.FromHexString(secret), Convert.FromHexString(information), expected.Length / 2);
        Assert.Equal(expected, Convert.ToHexString(key.Span));
    }

    private static KeyDerivationFunction Function(string name) =>
        name.StartsWith("NIST_SP800", StringComparison.Ordinal) ? KeyDerivationFunction.NistSp800 : KeyDerivationFunction.AnsiX963;

    private static HashAlgorithmName Hash(string name) => new(name.Replace("_", "", StringComparison.Ordinal));

    private static DerivedKeyAlgorithm Algorithm(string name) =>
        Enum.Parse<DerivedKeyAlgorithm>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private static EcdhPublicKey PublicKey(string pem)
    {
        using var key = ECDiffieHellman.Create();
        key.ImportFromPem(pem);
        return EcdhPublicKey.Parse(key.ExportSubjectPublicKeyInfo());
    }

    private static ECDiffieHellman PrivateKey(string pem)
    {
        var key = ECDiffieHellman.Create();
        key.ImportFromPem(pem);
        return key;
    }

    private static ECDiffieHellman PrivateKey(string curve, byte[] scalar)
    {
        int length = curve switch
        {
            "secp256r1" => 32,
            "secp384r1" => 48,
            _ => 66,
        };
        byte[] d = new byte[length];
        Span<byte> trimmed = scalar.AsSpan().TrimStart((byte)0);
        trimmed.CopyTo(d.AsSpan(length - trimmed.Length));
        return ECDiffieHellman.Create(new ECParameters { Curve = Curves[curve], D = d });
    }
}
