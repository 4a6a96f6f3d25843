using System.Text;

namespace PaymentCrypto;

/// <summary>Findings of a key exchange as they are read: the check, what was found, and what to do, in lines that end between words.</summary>
public static class FindingText
{
    private const int Indent = 8;
    private const int LeastWidth = 40;
    private const int UsualWidth = 120;

    /// <summary>The lines of one finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="width">The width of the screen in columns; 0 when there is none.</param>
    public static string Of(KeyExchangeFinding finding, int width)
    {
        ArgumentNullException.ThrowIfNull(finding);
        StringBuilder text = new();
        text.Append(finding.Outcome?.PadRight(Indent)).Append(finding.Check);
        if (finding.Side is not null)
        {
            text.Append(" (").Append(finding.Side).Append(')');
        }

        int room = (width < LeastWidth ? UsualWidth : Math.Min(width, UsualWidth)) - 1;
        AppendWrapped(text, finding.Found, room);
        AppendWrapped(text, finding.Action is null ? null : $"-> {finding.Action}", room);
        return text.ToString();
    }

    private static void AppendWrapped(StringBuilder text, string? words, int width)
    {
        int column = width;
        foreach (string word in words?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (column + 1 + word.Length > width)
            {
                text.Append('\n').Append(' ', Indent);
                column = Indent;
            }
            else
            {
                text.Append(' ');
                column++;
            }

            text.Append(word);
            column += word.Length;
        }
    }
}
