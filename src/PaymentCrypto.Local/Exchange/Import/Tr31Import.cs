using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Exchange.Import;

/// <summary>What TR-31 imports have in common, wherever their protection key comes from.</summary>
internal static class Tr31Import
{
    /// <summary>Unwraps a block and maps its header.</summary>
    /// <param name="block">The block's text.</param>
    /// <param name="kbpk">The protection key.</param>
    /// <param name="requireStrength">Refuses the protection key when it is weaker than the key in the block.</param>
    public static ImportedKey Unwrap(string block, KeyBlockProtectionKey kbpk, Action<string> requireStrength)
    {
        using Tr31UnwrappedKey unwrapped = Refusals.Of("WrappedKeyBlock", () => Tr31KeyBlock.Unwrap(block, kbpk));
        KeyAttributes attributes = KeyBlockMapping.ToAttributes(unwrapped.Header, unwrapped.Key.Length);
        requireStrength(attributes.KeyAlgorithm!);
        return new ImportedKey
        {
            Attributes = attributes,
            Exportable = unwrapped.Header.Exportability != Tr31Exportability.NonExportable,
            Material = SecretBuffer.CopyOf(unwrapped.Key),
            Warnings = [.. unwrapped.Warnings.Select(warning => warning.Message)],
        };
    }
}
