using System.Numerics;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;

namespace PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;

/// <summary>
/// A curve y² = x³ - 3x + b over the integers modulo a prime (SP 800-186, 3.2.1), to read points that somebody sent: nothing here is secret.
/// The cofactor of these curves is 1: a point on the curve is one of the group.
/// </summary>
internal sealed class NistCurve
{
    private const byte CompressedEven = 2;
    private const byte CompressedOdd = 3;
    private const byte Uncompressed = 4;

    private static readonly NistCurve P256 = new(
        "FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF",
        "5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B");

    private static readonly NistCurve P384 = new(
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFF0000000000000000FFFFFFFF",
        "B3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF");

    private static readonly NistCurve P521 = new(
        "01FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
            + "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
        "0051953EB9618E1C9A1F929A21A0B68540EEA2DA725B99B315F3B8B489918EF109"
            + "E156193951EC7E937B1652C0BD3BB1BF073573DF883D2C34F1EF451FD46B503F00");

    private readonly BigInteger _prime;
    private readonly BigInteger _b;

    private NistCurve(string prime, string b)
    {
        FieldLength = prime.Length / 2;
        _prime = Number(Convert.FromHexString(prime));
        _b = Number(Convert.FromHexString(b));
    }

    /// <summary>Length of a coordinate in bytes.</summary>
    public int FieldLength { get; }

    /// <summary>The curve; null when it is another one than P-256, P-384 and P-521.</summary>
    /// <param name="oid">Its identifier, dotted.</param>
    public static NistCurve? Of(string oid) => oid switch
    {
        Oids.NistP256 => P256,
        Oids.NistP384 => P384,
        Oids.NistP521 => P521,
        _ => null,
    };

    /// <summary>Reads a point (SEC 1, 2.3.4) that <see cref="Fits"/>.</summary>
    /// <returns>Its coordinates; null when one is outside the field, or there is no such point on the curve.</returns>
    public (byte[] X, byte[] Y)? Point(ReadOnlySpan<byte> encoded)
    {
        BigInteger x = Number(encoded.Slice(1, FieldLength));
        // Never negative: b is large, and x³ - 3x is -2 at least.
        BigInteger square = ((x * x * x) - (3 * x) + _b) % _prime;
        BigInteger y = encoded[0] == Uncompressed ? Number(encoded[(1 + FieldLength)..]) : Root(square, isOdd: encoded[0] == CompressedOdd);
        return x < _prime && y < _prime && (y * y) % _prime == square ? (Bytes(x), Bytes(y)) : null;
    }

    /// <summary>Whether an encoded point is as long as its form says.</summary>
    public bool Fits(ReadOnlySpan<byte> encoded) => encoded switch
    {
        [Uncompressed, ..] => encoded.Length == 1 + (2 * FieldLength),
        [CompressedEven or CompressedOdd, ..] => encoded.Length == 1 + FieldLength,
        _ => false,
    };

    // Each of the primes is 3 modulo 4. Of a number that is no square this is no root, which shows when it is squared.
    private BigInteger Root(BigInteger square, bool isOdd)
    {
        var root = BigInteger.ModPow(square, (_prime + 1) / 4, _prime);
        return root.IsEven != isOdd ? root : _prime - root;
    }

    private byte[] Bytes(BigInteger number)
    {
        byte[] bytes = new byte[FieldLength];
        int length = number.GetByteCount(isUnsigned: true);
        number.TryWriteBytes(bytes.AsSpan(FieldLength - length), out _, isUnsigned: true, isBigEndian: true);
        return bytes;
    }

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
