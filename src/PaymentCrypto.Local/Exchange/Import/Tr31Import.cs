using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Keys;

namespace PaymentCrypto.Local.Exchange.Import;

/// <summary>What TR-31 imports have in common, wherever their protection key comes from.</summary>
internal static class Tr31Import
{
    /// <summary>Unwraps a block and maps its header.</summary>
    /// <param name="block">The block's text.</param>
    /// <param name="kbpk">The protection key.</param>
    /// <param name="requireStrength">Refuses the protection key when it is weaker than the key in the block.</param>
    /// <param name="conformance">Whether version E, which the documentation does not name, is refused.</param>
    public static ImportedKey Unwrap(string block, KeyBlockProtectionKey kbpk, Action<string> requireStrength, Conformance conformance)
    {
        Tr31KeyBlock parsed = Refusals.Of("WrappedKeyBlock", () => Tr31KeyBlock.Parse(block));
        KeyBlockMapping.RequireKnown(parsed.Header);
        string? undocumented = Undocumented(parsed.Header.Version, conformance);
        using Tr31UnwrappedKey unwrapped = Refusals.Of("WrappedKeyBlock", () => parsed.Unwrap(kbpk));
        int length = unwrapped.Key.Length;
        KeyAttributes attributes = Refusals.AfterDecryption("WrappedKeyBlock", () =>
        {
            KeyAttributes found = KeyBlockMapping.ToAttributes(parsed.Header, length);
            requireStrength(found.KeyAlgorithm!);
            KeyAttributeTable.Check(found);
            return found;
        });
        return new ImportedKey
        {
            Attributes = attributes,
            Exportable = KeyBlockMapping.IsExportable(parsed.Header),
            Material = SecretBuffer.CopyOf(unwrapped.Key),
            Warnings = [.. unwrapped.Warnings.Select(warning => warning.Message), .. undocumented is null ? Array.Empty<string>() : [undocumented]],
        };
    }

    // SPEC 4.10: the documentation names versions A to D.
    private static string? Undocumented(Tr31Version version, Conformance conformance)
    {
        if (version != Tr31Version.E)
        {
            return null;
        }

        const string Message = "WrappedKeyBlock is a key block of version E (ISO 20038), which the service's documentation does not name; use version D.";
        return conformance == Conformance.Documented ? throw new ValidationException(Message) : Message;
    }
}
