using PaymentCrypto.Api;
using Variant = PaymentCrypto.Cryptography.KeyBlocks.As2805.As2805KeyVariant;

namespace PaymentCrypto.Local.Exchange;

/// <summary>The key variants of AS 2805 and the one usage of the keys under each.</summary>
internal static class As2805Variants
{
    /// <summary>The variant of the format library.</summary>
    public static Variant ToVariant(string variant) => variant switch
    {
        As2805KeyVariant.PinEncryptionKeyVariant28 => Variant.PinEncryptionKey,
        As2805KeyVariant.MessageAuthenticationKeyVariant24 => Variant.MessageAuthenticationKey,
        As2805KeyVariant.DataEncryptionKeyVariant22 => Variant.DataEncryptionKey,
        _ => Variant.TerminalMajorKey,
    };

    /// <summary>The usage of the keys under a variant.</summary>
    public static string UsageOf(string variant) => variant switch
    {
        As2805KeyVariant.PinEncryptionKeyVariant28 => KeyUsage.Tr31P0PinEncryptionKey,
        As2805KeyVariant.MessageAuthenticationKeyVariant24 => KeyUsage.Tr31M0Iso16609MacKey,
        As2805KeyVariant.DataEncryptionKeyVariant22 => KeyUsage.Tr31D0SymmetricDataEncryptionKey,
        _ => KeyUsage.Tr31K0KeyEncryptionKey,
    };
}
