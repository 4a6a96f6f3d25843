using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Cards;
using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.KeyBlocks.Components;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;
using PaymentCrypto.Cryptography.Macs;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Benchmarks.Timing;

/// <summary>Functions of PaymentCrypto.Cryptography that compare or refuse.</summary>
internal sealed class LibrarySubjects : IDisposable
{
    private const string Pan = "4111111111111111";
    private const int Pool = 512;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(16);
    private readonly byte[] _message = RandomNumberGenerator.GetBytes(64);
    private readonly BlockCipher _aes;
    private readonly BlockCipher _tdes;
    private readonly KeyBlockProtectionKey _aesKbpk;
    private readonly KeyBlockProtectionKey _tdesKbpk;

    public LibrarySubjects()
    {
        _aes = BlockCipher.CreateAes(_key);
        _tdes = BlockCipher.CreateTdes(_key);
        _aesKbpk = KeyBlockProtectionKey.FromAes(_key);
        _tdesKbpk = KeyBlockProtectionKey.FromTdes(_key);
    }

    public IEnumerable<TimingSubject> All()
    {
        yield return Mac("planted: CMAC of 64 bytes, compared until the first difference", IsSameUntilItDiffers) with { IsPlanted = true };
        yield return Mac("CMAC of 64 bytes: wrong in the first byte, in the last", static (computed, given) => MacCheck.Matches(computed, given));
        yield return RetailMac();
        yield return KeyBlock("TR-31 D: MAC wrong in the first byte, in the last", "D0000P0TE00E0000", _aesKbpk, 32);
        yield return KeyBlock("TR-31 B: MAC wrong in the first byte, in the last", "B0000P0TE00E0000", _tdesKbpk, 16);
        yield return KeyBlock("TR-31 A: MAC wrong in the first byte, in the last", "A0000P0TE00E0000", _tdesKbpk, 8);
        yield return KeyBlockCheckValue();
        yield return ComponentCheckValue();
        yield return VisaPin();
        yield return IbmPin();
        yield return AnyPin();
        yield return PinField();
        yield return CardValue();
    }

    public void Dispose()
    {
        _aes.Dispose();
        _tdes.Dispose();
        _aesKbpk.Dispose();
        _tdesKbpk.Dispose();
    }

    private delegate bool Comparison(ReadOnlySpan<byte> computed, ReadOnlySpan<byte> given);

    // What a forger hopes for.
    private static bool IsSameUntilItDiffers(ReadOnlySpan<byte> computed, ReadOnlySpan<byte> given)
    {
        for (int i = 0; i < given.Length; i++)
        {
            if (computed[i] != given[i])
            {
                return false;
            }
        }

        return true;
    }

    private TimingSubject Mac(string name, Comparison isSame)
    {
        byte[] right = new byte[16];
        byte[] computed = new byte[16];
        byte[] given = new byte[16];
        CipherMac.Compute(_aes, _message, right);
        return new TimingSubject(name, kind => WrongValue.Bytes(right, kind, given), () =>
        {
            CipherMac.Compute(_aes, _message, computed);
            Expect(!isSame(computed, given));
        });
    }

    private TimingSubject RetailMac()
    {
        byte[] right = new byte[8];
        byte[] computed = new byte[8];
        byte[] given = new byte[8];
        Iso9797Mac.Algorithm3(_key, _message, Iso9797Padding.Method2, right);
        return new TimingSubject("retail MAC of 64 bytes: wrong in the first byte, in the last", kind => WrongValue.Bytes(right, kind, given), () =>
        {
            Iso9797Mac.Algorithm3(_key, _message, Iso9797Padding.Method2, computed);
            Expect(!MacCheck.Matches(computed, given));
        });
    }

    private static TimingSubject KeyBlock(string name, string header, KeyBlockProtectionKey kbpk, int macDigits)
    {
        Tr31WrapOptions options = new() { AllowWithdrawnVersions = true };
        string[] good =
        [
            .. Enumerable.Range(0, Pool).Select(_ => Tr31KeyBlock.Wrap(Tr31KeyBlockHeader.Parse(header), RandomNumberGenerator.GetBytes(16), kbpk, options).Text),
        ];
        var block = Tr31KeyBlock.Parse(good[0]);
        return new TimingSubject(
            name,
            kind =>
            {
                string text = good[Random.Shared.Next(Pool)];
                block = Tr31KeyBlock.Parse(text[..^macDigits] + WrongValue.Hex(text[^macDigits..], kind));
            },
            () => Refused(() => block.Unwrap(kbpk), CryptographyError.Tr31Mac));
    }

    private TimingSubject KeyBlockCheckValue()
    {
        string[][] blocks = [[.. Enumerable.Range(0, Pool).Select(_ => Wrapped(0))], [.. Enumerable.Range(0, Pool).Select(_ => Wrapped(1))]];
        var block = Tr31KeyBlock.Parse(blocks[0][0]);
        return new TimingSubject(
            "check value in a key block: wrong in the first digit, in the last",
            kind => block = Tr31KeyBlock.Parse(blocks[kind][Random.Shared.Next(Pool)]),
            () => Refused(() => block.Unwrap(_aesKbpk), CryptographyError.Tr31CheckValue));

        string Wrapped(int kind)
        {
            byte[] key = RandomNumberGenerator.GetBytes(16);
            string stated = WrongValue.Hex(KeyCheckValue.AnsiX924(BlockCipherAlgorithm.Tdes, key), kind);
            Tr31KeyBlockHeader header = Tr31KeyBlockHeader.Parse("D0000P0TE00E0000") with
            {
                OptionalBlocks = [KeyCheckValueBlock.ForWrappedKey(KeyCheckValueMethod.Legacy, stated)],
            };
            return Tr31KeyBlock.Wrap(header, key, _aesKbpk).Text;
        }
    }

    private TimingSubject ComponentCheckValue()
    {
        string right = KeyCheckValue.AnsiX924(BlockCipherAlgorithm.Tdes, _key);
        string given = right;
        return new TimingSubject(
            "check value of a component: wrong in the first digit, in the last",
            kind => given = WrongValue.Hex(right, kind),
            () => Refused(() => KeyComponent.Create(BlockCipherAlgorithm.Tdes, _key, given), CryptographyError.KeyComponent));
    }

    private TimingSubject VisaPin()
    {
        char[] value = new char[4];
        VisaPinVerificationValue.Generate(_tdes, Pan, 1, "1234", value);
        string right = new(value);
        string given = right;
        return new TimingSubject(
            "PVV: wrong in the first digit, in the last",
            kind => given = WrongValue.Digits(right, kind),
            () => Expect(!VisaPinVerificationValue.Verify(_tdes, Pan, 1, "1234", given)));
    }

    private TimingSubject IbmPin()
    {
        char[] value = new char[6];
        Ibm3624.PinFromOffset(_tdes, new("0123456789012345", "123456789012", 'F'), "000000", value);
        string right = new(value);
        string given = right;
        return new TimingSubject(
            "PIN by IBM 3624 offset: wrong in the first digit, in the last",
            kind => given = WrongValue.Digits(right, kind),
            () => Expect(!Ibm3624.Verify(_tdes, new("0123456789012345", "123456789012", 'F'), "000000", given, 6)));
    }

    // Whether the clock tells one PIN from others, of which no digit is known.
    private TimingSubject AnyPin()
    {
        string given = "1234";
        char[] value = new char[4];
        return new TimingSubject(
            "PVV made: of one PIN, of any",
            kind =>
            {
                int any = Random.Shared.Next(10_000);
                given = (1234 + (kind * (any - 1234))).ToString("0000", CultureInfo.InvariantCulture);
            },
            () => VisaPinVerificationValue.Generate(_tdes, Pan, 1, given, value));
    }

    private static TimingSubject PinField()
    {
        byte[] right = new byte[8];
        PinBlock.Encode(PinBlockFormat.Iso0, "1234", Pan, right);
        byte[] given = new byte[8];
        char[] pin = new char[12];
        return new TimingSubject(
            "PIN block of format 0 refused: for its first byte, for its last",
            kind =>
            {
                ulong wrong = BinaryPrimitives.ReadUInt64BigEndian(right) ^ (0xF0UL << (56 * (1 - kind)));
                BinaryPrimitives.WriteUInt64BigEndian(given, wrong);
            },
            () => Refused(() => PinBlock.Decode(PinBlockFormat.Iso0, given, Pan, pin), CryptographyError.PinBlock));
    }

    private TimingSubject CardValue()
    {
        char[] value = new char[3];
        CardVerificationValue.Generate(_key, Pan, "2512", "101", value);
        string right = new(value);
        string given = right;
        return new TimingSubject(
            "CVV: wrong in the first digit, in the last",
            kind => given = WrongValue.Digits(right, kind),
            () => Expect(!CardVerificationValue.Verify(_key, Pan, "2512", "101", given)));
    }

    internal static void Expect(bool isSo)
    {
        if (!isSo)
        {
            throw new InvalidOperationException("A subject did not do what it is measured for.");
        }
    }

    internal static void Refused(Action call, CryptographyError error)
    {
        try
        {
            call();
        }
        catch (CryptographyException e)
        {
            Expect(e.Error == error);
            return;
        }

        Expect(isSo: false);
    }
}
