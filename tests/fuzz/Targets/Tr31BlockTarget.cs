using System.Globalization;
using System.Text;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Fuzzing.Targets;

/// <summary>TR-31 blocks: header, payload and MAC, leniently and strictly, as they come and with a true length field.</summary>
internal sealed class Tr31BlockTarget : FuzzTarget
{
    private readonly KeyBlockProtectionKey _aes = KeyBlockProtectionKey.FromAes(new byte[16]);
    private readonly KeyBlockProtectionKey _tdes = KeyBlockProtectionKey.FromTdes(Convert.FromHexString("DD7515F2BFC17F85CE48F3CA25CB21F6"));

    /// <inheritdoc/>
    public override string Name => "tr31";

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        "B0080P0TE00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E"u8.ToArray(),
        "C0096B0TX12S0100KS1800604B120F9292800000BFB9B689CB567E66FC3FEE5AD5F52161FC6545B9D60989015D02155C"u8.ToArray(),
        "E0084B0TV16N0000B2AE5E26BBA7F246E84D5EA24167E208A6B66EF2E27E55A52DB52F0AEACB94C57547"u8.ToArray(),
        "D0208B3AX00E0500DA1001D2ABND3AENLB10My Great KeyPK10019876543210WP07003PB09AcsovCCFF2ACD2116AB1CD7923B7C1AC7DD614EAC0EB7B6FE94BE3576D985E9E2AD3AF493FCB1B5CA34C51AB7A84D2C98DEAB51C6C51F82BFAD1DD1A82EB14C8FEB85"u8.ToArray(),
        "D0160D0TB00S0300TC152019071718192921ZTS152020081819203022ZPB063r3AFB97760D5C46D3EE774A00FA8C1393F259B5862F89AC477F66560B593A2CE20E"u8.ToArray(),
        "D0192S0RS00N0200CT0004002C020000080AAAABBBB000008CCCCDDDDEEPB08abcd"u8.ToArray(),
    ];

    /// <inheritdoc/>
    protected override void Read(byte[] input)
    {
        string text = Encoding.Latin1.GetString(input);
        Read(text);
        if (text.Length >= Tr31KeyBlockHeader.FixedLength)
        {
            // A wrong length would hide what comes after that check.
            Read(string.Create(CultureInfo.InvariantCulture, $"{text[0]}{text.Length % 10000:D4}{text.AsSpan(5)}"));
        }
    }

    private void Read(string text)
    {
        Also(() => Tr31KeyBlockHeader.Parse(text).ToString());
        Also(() => Tr31KeyBlock.Parse(text, Tr31ReadOptions.StrictX9143));
        Also(() => Tr31KeyBlock.Unwrap(text, text is ['D' or 'E', ..] ? _aes : _tdes).Dispose());
    }
}
