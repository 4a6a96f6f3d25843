using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Tags;

/// <summary>The rules for tags beyond the lengths in the service model.</summary>
internal static class TagRules
{
    /// <summary>
    /// The most tags that a key may have. The model's list length is the only published number; AWS's general limit of 50 is not in it.
    /// </summary>
    public const int MostPerKey = 200;

    /// <summary>Refuses a list in which a tag key stands twice.</summary>
    public static IReadOnlyList<Tag> Check(IReadOnlyList<Tag>? tags)
    {
        string? repeated = tags?.GroupBy(tag => tag.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        return repeated is null ? tags ?? [] : throw new ValidationException($"The tag key '{repeated}' is given more than once: each may be given once.");
    }
}
