using System.Management.Automation;
using System.Management.Automation.Language;

namespace PaymentCrypto.Completion;

/// <summary>What is typed so far of the word to complete, and how what completes it is written.</summary>
internal static class TypedWord
{
    /// <summary>The word without the quotes around it.</summary>
    public static string Unquote(string? wordToComplete)
    {
        string word = wordToComplete ?? string.Empty;
        return word.StartsWith('\'') ? word.Trim('\'').Replace("''", "'", StringComparison.Ordinal)
            : word.StartsWith('"') ? word.Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal)
            : word;
    }

    /// <summary>
    /// A value as an argument: in the quotes that the user has begun with, else bare, or in single quotes where PowerShell would take
    /// the bare text for something else than itself.
    /// </summary>
    /// <param name="text">The value.</param>
    /// <param name="wordToComplete">What is typed so far, with its quotes.</param>
    public static string Quote(string text, string? wordToComplete) => (wordToComplete ?? string.Empty) switch
    {
        ['"', ..] => DoubleQuoted(text),
        ['\'', ..] => SingleQuoted(text),
        _ => IsBareWord(text) ? text : SingleQuoted(text),
    };

    /// <summary>Whether a text begins with the word, whatever its case. <c>*</c> and <c>?</c> are wildcards.</summary>
    public static bool Begins(string text, string word) => word.AsSpan().ContainsAny('*', '?')
        ? WildcardPattern.Get(word.Replace("`", "``", StringComparison.Ordinal).Replace("[", "`[", StringComparison.Ordinal) + "*",
            WildcardOptions.IgnoreCase).IsMatch(text)
        : text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same for an alias, of which the prefix <c>alias/</c> need not be typed.</summary>
    public static bool BeginsAlias(string aliasName, string word) => Begins(aliasName, word) || Begins(aliasName["alias/".Length..], word);

    private static string DoubleQuoted(string text)
    {
        string escaped = text.Replace("`", "``", StringComparison.Ordinal).Replace("$", "`$", StringComparison.Ordinal);
        return $"\"{escaped.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string SingleQuoted(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    // PowerShell's own parser knows best: 12E456 would be a number, and @x a variable.
    private static bool IsBareWord(string text) =>
        Parser.ParseInput("x " + text, out _, out ParseError[] errors).EndBlock.Statements
            is [PipelineAst
            {
                PipelineElements: [CommandAst
                {
                    CommandElements: [_,
                StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord } word]
                }]
            }]
        && errors.Length == 0
        && word.Value == text;
}
