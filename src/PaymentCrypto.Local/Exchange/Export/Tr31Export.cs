using PaymentCrypto.Api;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Local.Exchange.Export;

/// <summary>What TR-31 exports have in common, wherever their protection key comes from.</summary>
internal static class Tr31Export
{
    /// <summary>Wraps a key, its length hidden as the service hides it.</summary>
    public static string Wrap(ExportedKey key, KeyBlockProtectionKey kbpk, KeyBlockHeaders? headers)
    {
        Tr31KeyBlockHeader header = ExportHeader.Of(key, kbpk.PreferredVersion, headers);
        string block = Refusals.Of("KeyBlockHeaders", () => Tr31KeyBlock.Wrap(header, key.Material.Span, kbpk).Text);
        RequireReadable(block, kbpk);
        return block;
    }

    // Optional blocks of the caller's that say something wrong of this key (a check value in KC or KP, a hash in HM, a serial number in KS or IK)
    // would be found out by whoever imports the block. The key is the caller's own, so the reason is said.
    private static void RequireReadable(string block, KeyBlockProtectionKey kbpk)
    {
        try
        {
            using Tr31UnwrappedKey back = Tr31KeyBlock.Unwrap(block, kbpk, Tr31ReadOptions.StrictX9143);
            if (back.Warnings.FirstOrDefault(warning => warning.Check == CryptographyError.Tr31CheckValue) is { } wrong)
            {
                throw new ValidationException($"KeyBlockHeaders was refused ({wrong.Check}): {wrong.Message}");
            }
        }
        catch (CryptographyException e)
        {
            throw new ValidationException($"KeyBlockHeaders was refused ({e.Error}): the key block would not be readable. {e.Message}");
        }
    }
}
