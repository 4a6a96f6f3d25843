namespace PaymentCrypto.Api;

/// <summary>The service's values for the variant of a sent random key of AS2805.</summary>
public static class RandomKeySendVariantMask
{
    /// <summary>The mask 82C0.</summary>
    public const string VariantMask82C0 = "VARIANT_MASK_82C0";

    /// <summary>The mask 82.</summary>
    public const string VariantMask82 = "VARIANT_MASK_82";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [VariantMask82C0, VariantMask82];
}
