using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Local.Exchange.Export;

/// <summary>What TR-31 exports have in common, wherever their protection key comes from.</summary>
internal static class Tr31Export
{
    /// <summary>Wraps a key, its length hidden as the service hides it.</summary>
    public static string Wrap(ExportedKey key, KeyBlockProtectionKey kbpk, KeyBlockHeaders? headers)
    {
        Tr31KeyBlockHeader header = ExportHeader.Of(key, kbpk.PreferredVersion, headers);
        return Refusals.Of("KeyBlockHeaders", () => Tr31KeyBlock.Wrap(header, key.Material.Span, kbpk).Text);
    }
}
