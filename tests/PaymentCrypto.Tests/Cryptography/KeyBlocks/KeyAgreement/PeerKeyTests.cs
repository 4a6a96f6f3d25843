using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Math;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;
using BouncyPoint = Org.BouncyCastle.Math.EC.ECPoint;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.KeyAgreement;

/// <summary>A peer's key as RFC 5480 2 encodes it, and what comes in its place: each refused on its own.</summary>
public sealed class PeerKeyTests
{
    private const string Ec = "06072A8648CE3D0201";
    private const string P256 = "06082A8648CE3D030107";

    // The base point of P-256 (SEC 2, 2.4.2).
    private const string X = "6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296";
    private const string Y = "4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5";

    // 5 is the first coordinate of a point of P-256: the same number beside the prime is another encoding of it, which only SEC 1 forbids.
    private const string PrimePlus5 = "FFFFFFFF00000001000000000000000000000001000000000000000000000004";
    private const string YOf5 = "459243B9AA581806FE913BCE99817ADE11CA503C64D9A3C533415C083248FBCC";

    [Theory]
    [InlineData("04" + X + Y)]
    [InlineData("03" + X)] // y is odd
    public void The_base_point_is_read_in_both_forms(string point)
    {
        var key = EcdhPublicKey.Parse(Info(Ec + P256, point));
        Assert.Equal((X, Y), (Convert.ToHexString(key.Parameters.Q.X!), Convert.ToHexString(key.Parameters.Q.Y!)));
        Assert.Equal("P-256", key.Curve);
    }

    [Theory]
    [InlineData("06092A864886F70D010101" + "0500", "04" + X + Y, CryptographyError.KeyAgreementCurve)] // RSA
    [InlineData("06092A864886F70D010101" + P256, "04" + X + Y, CryptographyError.KeyAgreementCurve)]
    [InlineData(Ec, "04" + X + Y, CryptographyError.KeyAgreementCurve)] // no curve
    [InlineData(Ec + "0500", "04" + X + Y, CryptographyError.KeyAgreementCurve)] // implied
    [InlineData(Ec + "3000", "04" + X + Y, CryptographyError.KeyAgreementCurve)] // by parameters
    [InlineData(Ec + "06052B8104000A", "04" + X + Y, CryptographyError.KeyAgreementCurve)] // secp256k1
    [InlineData(Ec + P256 + "0500", "04" + X + Y, CryptographyError.KeyAgreementPublicKey)]
    [InlineData(Ec + P256, "", CryptographyError.KeyAgreementPublicKey)]
    [InlineData(Ec + P256, "00", CryptographyError.KeyAgreementPublicKey)] // the point at infinity
    [InlineData(Ec + P256, "04" + X, CryptographyError.KeyAgreementPublicKey)]
    [InlineData(Ec + P256, "03" + X + Y, CryptographyError.KeyAgreementPublicKey)]
    [InlineData(Ec + P256, "07" + X + Y, CryptographyError.KeyAgreementPublicKey)] // the hybrid form
    [InlineData(Ec + P256, "04" + Y + X, CryptographyError.KeyAgreementPublicKey)] // off the curve
    [InlineData(Ec + P256, "02" + "0000000000000000000000000000000000000000000000000000000000000001", CryptographyError.KeyAgreementPublicKey)] // no root
    [InlineData(Ec + P256, "02" + PrimePlus5, CryptographyError.KeyAgreementPublicKey)] // outside the field, and 5 is on the curve
    [InlineData(Ec + P256, "04" + PrimePlus5 + YOf5, CryptographyError.KeyAgreementPublicKey)]
    public void Another_key_is_refused(string algorithm, string point, CryptographyError error) =>
        Tr34Fixture.Refused(error, () => EcdhPublicKey.Parse(Info(algorithm, point)));

    public static TheoryData<string, string> Curves => new()
    {
        { "P-256", Oids.NistP256 },
        { "P-384", Oids.NistP384 },
        { "P-521", Oids.NistP521 },
    };

    // The points of another implementation: the base point, taken any number of times.
    [Theory]
    [MemberData(nameof(Curves))]
    public void Any_point_is_read_in_both_forms(string name, string oid)
    {
        BouncyPoint basePoint = CustomNamedCurves.GetByName(name).G;
        var random = new Random(1);
        for (int round = 0; round < 100; round++)
        {
            byte[] times = new byte[random.Next(1, 66)];
            random.NextBytes(times);
            BouncyPoint point = basePoint.Multiply(new BigInteger(1, [.. times, 1])).Normalize();
            foreach (bool isCompressed in new[] { true, false })
            {
                (byte[] x, byte[] y) = NistCurve.Of(oid)!.Point(point.GetEncoded(isCompressed))!.Value;
                Assert.Equal((Convert.ToHexString(point.AffineXCoord.GetEncoded()), Convert.ToHexString(point.AffineYCoord.GetEncoded())),
                    (Convert.ToHexString(x), Convert.ToHexString(y)));
            }
        }
    }

    [Fact]
    public void A_point_of_the_wrong_length_is_told_beside_the_right_ones()
    {
        CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.KeyAgreementPublicKey, () => EcdhPublicKey.Parse(Info(Ec + P256, "04" + X)));
        Assert.Contains("33 bytes long and begins with 04; on P-256 an uncompressed point has 65 bytes and begins with 04, and a compressed one has 33 and "
            + "begins with 02 or 03", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_follows_the_point_or_the_key()
    {
        byte[] info = Info(Ec + P256, "04" + X + Y);
        Tr34Fixture.Refused(CryptographyError.KeyAgreementPublicKey, () => EcdhPublicKey.Parse([.. info, 5, 0]));
        byte[] longer = [.. info, 5, 0];
        longer[1] += 2;
        Tr34Fixture.Refused(CryptographyError.KeyAgreementPublicKey, () => EcdhPublicKey.Parse(longer));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(KeyDerivation.MaximumLength, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(KeyDerivation.MaximumLength + 1, false)]
    public void A_derived_key_has_1_to_8192_bytes(int length, bool allowed)
    {
        SecretBuffer Derive() => KeyDerivation.Derive(KeyDerivationFunction.AnsiX963, HashAlgorithmName.SHA256, new byte[32], [], length);
        if (allowed)
        {
            using SecretBuffer key = Derive();
            Assert.Equal(length, key.Length);
        }
        else
        {
            Tr34Fixture.Refused(CryptographyError.InvalidArgument, () => Derive().Dispose());
        }
    }

    [Theory]
    [InlineData("SHA1")]
    [InlineData("MD5")]
    [InlineData("SHA3-256")]
    public void Keys_are_derived_by_three_hashes(string hash) => Tr34Fixture.Refused(
        CryptographyError.InvalidArgument,
        () => KeyDerivation.Derive(KeyDerivationFunction.AnsiX963, new HashAlgorithmName(hash), new byte[32], [], 16).Dispose());

    [Fact]
    public void There_are_two_functions_and_five_algorithms()
    {
        Tr34Fixture.Refused(CryptographyError.InvalidArgument,
            () => KeyDerivation.Derive((KeyDerivationFunction)9, HashAlgorithmName.SHA256, new byte[32], [], 16).Dispose());
        Tr34Fixture.Refused(CryptographyError.InvalidArgument, () => EcdhKeyAgreement.LengthOf((DerivedKeyAlgorithm)99));
        Assert.Equal([16, 24, 16, 24, 32], new[]
        {
            DerivedKeyAlgorithm.Tdes2Key, DerivedKeyAlgorithm.Tdes3Key, DerivedKeyAlgorithm.Aes128, DerivedKeyAlgorithm.Aes192, DerivedKeyAlgorithm.Aes256,
        }.Select(EcdhKeyAgreement.LengthOf));
    }

    private static byte[] Info(string algorithm, string point)
    {
        byte[] identifier = Nest(0x30, Convert.FromHexString(algorithm));
        return Nest(0x30, [.. identifier, .. Nest(0x03, [0, .. Convert.FromHexString(point)])]);
    }

    private static byte[] Nest(int tag, byte[] content) => [(byte)tag, checked((byte)content.Length), .. content];
}
