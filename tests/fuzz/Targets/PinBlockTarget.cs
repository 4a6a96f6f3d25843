using System.Text;
using PaymentCrypto.Cryptography.Dukpt;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Fuzzing.Targets;

/// <summary>
/// What comes with a PIN: its block in every format, a key serial number, a PAN with its sequence number, the parameters of IBM 3624. The first
/// byte says how long the binary part is; the rest is text.
/// </summary>
internal sealed class PinBlockTarget : FuzzTarget
{
    private readonly BlockCipher _tdes = BlockCipher.CreateTdes(Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210"));
    private readonly BlockCipher _aes = BlockCipher.CreateAes(Convert.FromHexString("00112233445566778899AABBCCDDEEFF"));
    private readonly byte[] _master = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");

    /// <inheritdoc/>
    public override string Name => "pin-blocks";

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        Seed("041261AAAAEDCBA9", "5555555551234567"),
        Seed("341261AAAAEDCBA9", "5555555551234567"),
        Seed("141234D4C1A5E0F9", "1234"),
        Seed("2C123456789012FF", "123456789012"),
        Seed("52DB178C6EDCE52E3A70F7FBC8E9C758", "1234567890123456"),
        Seed("FFFF9876543210E00001", "0123456789012345"),
        Seed("123456789012345600000001", "4111111111111111111"),
    ];

    /// <inheritdoc/>
    protected override void Read(byte[] input)
    {
        if (input.Length == 0)
        {
            return;
        }

        int length = Math.Min(input[0], input.Length - 1);
        byte[] block = input[1..(length + 1)];
        string text = Encoding.Latin1.GetString(input.AsSpan(length + 1));
        char[] pin = new char[12];
        foreach (PinBlockFormat format in Enum.GetValues<PinBlockFormat>())
        {
            Also(() => Known(pin, PinBlock.Decode(format, block, text, pin)));
            Also(() => PinBlock.Encode(format, text, text, new byte[8]));
        }

        Also(() => Known(pin, AesPinBlock.Decrypt(_aes, block, text, pin)));
        Also(() => TdesDukpt.DeriveWorkingKey(_master, block, TdesDukptUsage.Pin).Dispose());
        Also(() => AesDukpt.DeriveWorkingKey(_master, block, AesDukptUsage.PinEncryption, AesDukptKeyType.Aes128).Dispose());
        Also(() => TdesDukpt.NextKeySerialNumber(block, new byte[10]));
        Also(() => AesDukpt.NextKeySerialNumber(block, new byte[12]));
        Also(() => EmvCardKey.DeriveOptionA(_master, text, text).Dispose());
        Also(() => EmvCardKey.DeriveOptionB(_master, text, "00").Dispose());
        Also(() => VisaPinVerificationValue.Generate(_tdes, text, length % 12, text, new char[4]));
        Also(() => Ibm3624.NaturalPin(_tdes, new Ibm3624Parameters(text, text, 'F'), pin));
        Also(() => As2805PinKey.Derive(_tdes, text, text).Dispose());
    }

    // A PIN that was read is one, and nothing but it is left behind.
    private static void Known(char[] pin, int length)
    {
        if (length is < 4 or > 12 || pin.AsSpan(0, length).ContainsAnyExceptInRange('0', '9') || pin.AsSpan(length).ContainsAnyExcept('\0'))
        {
            throw new InvalidOperationException("What was read is no PIN.");
        }
    }

    private static byte[] Seed(string block, string text) => [(byte)(block.Length / 2), .. Convert.FromHexString(block), .. Encoding.Latin1.GetBytes(text)];
}
