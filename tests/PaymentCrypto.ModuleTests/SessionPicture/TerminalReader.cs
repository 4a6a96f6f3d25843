using System.Globalization;
using System.Text.RegularExpressions;

namespace PaymentCrypto.ModuleTests.SessionPicture;

/// <summary>Reads what was written to a terminal: lines of text, with the styles that the escape sequences for colours ask for.</summary>
internal static partial class TerminalReader
{
    private static readonly string[] Colours = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

    public static IReadOnlyList<IReadOnlyList<StyledText>> Read(string written)
    {
        List<IReadOnlyList<StyledText>> lines = [];
        SortedSet<string> style = new(StringComparer.Ordinal);
        foreach (string line in written.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            List<StyledText> texts = [];
            int from = 0;
            foreach (Match escape in Escape().Matches(line))
            {
                Add(line[from..escape.Index]);
                Apply(style, escape.Groups[1].Value);
                from = escape.Index + escape.Length;
            }

            Add(line[from..]);
            lines.Add(texts);

            void Add(string text)
            {
                if (text.Length > 0)
                {
                    texts.Add(new StyledText(text, string.Join(' ', style)));
                }
            }
        }

        return lines;
    }

    private static void Apply(SortedSet<string> style, string codes)
    {
        foreach (string code in codes.Split(';'))
        {
            int number = code.Length == 0 ? 0 : int.Parse(code, CultureInfo.InvariantCulture);
            switch (number)
            {
                case 0:
                    style.Clear();
                    break;
                case 1:
                    style.Add("bold");
                    break;
                case 2:
                    style.Add("dim");
                    break;
                case 3:
                    style.Add("italic");
                    break;
                case 22:
                    style.ExceptWith(["bold", "dim"]);
                    break;
                case 23:
                    style.Remove("italic");
                    break;
                case 39:
                    style.ExceptWith(Colours);
                    break;
                case >= 30 and <= 37:
                    style.ExceptWith(Colours);
                    style.Add(Colours[number - 30]);
                    break;
                case >= 90 and <= 97:
                    style.ExceptWith(Colours);
                    style.Add(Colours[number - 90]);
                    break;
                default:
                    throw new NotSupportedException($"The picture has no style for escape code {number}.");
            }
        }
    }

    [GeneratedRegex("\u001b\\[([0-9;]*)m")]
    private static partial Regex Escape();
}
