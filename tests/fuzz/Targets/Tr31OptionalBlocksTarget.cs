using System.Text;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Fuzzing.Targets;

/// <summary>
/// The optional blocks of a header, behind a true MAC: what can be read is wrapped, and has to come back as it was. The first byte of
/// the input is the number of blocks.
/// </summary>
internal sealed class Tr31OptionalBlocksTarget : FuzzTarget
{
    private readonly KeyBlockProtectionKey _protectionKey = KeyBlockProtectionKey.FromAes(new byte[32]);

    /// <inheritdoc/>
    public override string Name => "tr31-optional-blocks";

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        "\u0001KS1800604B120F9292800000"u8.ToArray(),
        "\u0005DA1001D2ABND3AENLB10My Great KeyPK10019876543210WP07003PB09Acsov"u8.ToArray(),
        "\u0003TC152019071718192921ZTS152020081819203022ZPB063r"u8.ToArray(),
        "\u0002CT0004002C020000080AAAABBBB000008CCCCDDDDEEPB08abcd"u8.ToArray(),
        "\u0004HM0621AL061AIK1C00112233445566778899AABBCCDDBI0A0012345678"u8.ToArray(),
        "\u0002KC0C00AABBCCDDKP0C01AABBCCDDEE"u8.ToArray(),
        "\u00019900040008ABCDEFGH"u8.ToArray(),
    ];

    /// <inheritdoc/>
    protected override void Read(byte[] input)
    {
        if (input.Length == 0)
        {
            return;
        }

        string blocks = Encoding.Latin1.GetString(input, 1, input.Length - 1);
        var header = Tr31KeyBlockHeader.Parse($"D0000D0AB00E{input[0] % 100:D2}00{blocks}");
        foreach (Tr31OptionalBlock block in header.OptionalBlocks)
        {
            _ = block.ToString();
        }

        string wrapped = Tr31KeyBlock.Wrap(header, new byte[16], _protectionKey).Text;
        using Tr31UnwrappedKey opened = Tr31KeyBlock.Unwrap(wrapped, _protectionKey);
        foreach (Tr31OptionalBlock sent in header.OptionalBlocks.Where(block => block.Id is not ("PB" or "KC" or "KP")))
        {
            if (opened.Header.FindBlock(sent.Id) is not { } received || received.Data != sent.Data)
            {
                throw new InvalidOperationException($"The block {sent} did not come back from {wrapped}.");
            }
        }
    }
}
