using PaymentCrypto.Api;

namespace PaymentCrypto.Values;

/// <summary>
/// The service's own spelling of a value, however the user wrote it: PowerShell users do not think of case. What is not known is
/// passed on as it is, because the service may know more values than this version of the module.
/// </summary>
internal static class KnownValue
{
    /// <summary>The service's spelling; null for none.</summary>
    public static string? Of(IReadOnlyList<string> known, string? text) => string.IsNullOrEmpty(text)
        ? null
        : known.FirstOrDefault(value => string.Equals(value, text, StringComparison.OrdinalIgnoreCase)) ?? text;

    /// <summary>
    /// As <see cref="Of"/>, for a key usage, which may also be given by its two TR-31 characters, such as <c>P0</c>, or as views show it, <c>P0 PIN
    /// encryption</c>.
    /// </summary>
    public static string? OfUsage(IReadOnlyList<string> known, string? text) => text is [_, _] or [_, _, ' ', ..]
        ? known.FirstOrDefault(value => value.StartsWith($"TR31_{text.AsSpan(0, 2)}_", StringComparison.OrdinalIgnoreCase)) ?? text
        : Of(known, text);

    /// <summary>A pattern for key usages: TR-31's two characters mean that usage.</summary>
    public static string UsagePattern(string text) => OfUsage(KeyUsage.All, text)!;
}
