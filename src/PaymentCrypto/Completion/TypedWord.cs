using System.Management.Automation;

namespace PaymentCrypto.Completion;

/// <summary>What is typed so far of the word to complete.</summary>
internal static class TypedWord
{
    /// <summary>The word without the quotes around it.</summary>
    public static string Unquote(string? wordToComplete) => (wordToComplete ?? string.Empty).Trim('\'', '"');

    /// <summary>Whether a text begins with the word, whatever its case. <c>*</c> and <c>?</c> are wildcards.</summary>
    public static bool Begins(string text, string word) => word.AsSpan().ContainsAny('*', '?')
        ? WildcardPattern.Get(word.Replace("`", "``", StringComparison.Ordinal).Replace("[", "`[", StringComparison.Ordinal) + "*", WildcardOptions.IgnoreCase).IsMatch(text)
        : text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same for an alias, of which the prefix <c>alias/</c> need not be typed.</summary>
    public static bool BeginsAlias(string aliasName, string word) => Begins(aliasName, word) || Begins(aliasName["alias/".Length..], word);
}
