using System.Management.Automation.Language;

namespace PaymentCrypto.ModuleTests.SessionPicture;

/// <summary>A prompt and the command behind it, in the colours that PSReadLine gives to commands.</summary>
internal static class TypedLine
{
    public static IReadOnlyList<StyledText> Of(string command)
    {
        List<StyledText> texts = [new("PS> ", "dim")];
        Parser.ParseInput(command, out Token[] tokens, out ParseError[] errors);
        Assert.Empty(errors);
        int from = 0;
        foreach (Token token in tokens.Where(token => token.Extent.Text.Length > 0))
        {
            if (token.Extent.StartOffset > from)
            {
                texts.Add(new(command[from..token.Extent.StartOffset], string.Empty));
            }

            texts.Add(new(token.Extent.Text, StyleOf(token)));
            from = token.Extent.EndOffset;
        }

        return texts;
    }

    private static string StyleOf(Token token) => token switch
    {
        { Kind: TokenKind.Comment } => "dim",
        { TokenFlags: var flags } when flags.HasFlag(TokenFlags.CommandName) => "yellow",
        { Kind: TokenKind.Variable } => "green",
        { Kind: TokenKind.Parameter } => "cyan",
        StringToken { Kind: not TokenKind.Generic and not TokenKind.Identifier } => "blue",
        _ => string.Empty,
    };
}
