using System.Text;

namespace PaymentCrypto.Tests.Rooms;

/// <summary>C# without what only people read: comments, and the text of strings, of which the code in <c>{}</c> stays.</summary>
internal static class CSharpCode
{
    /// <summary>What the compiler sees of a source file, for its names. A string becomes a blank.</summary>
    public static string Of(string source)
    {
        StringBuilder code = new(source.Length);
        int at = 0;
        Code(source, ref at, code, holes: 0);
        return code.ToString();
    }

    // Up to the end of the source or, in a string, of the hole: as many closing braces as opened it.
    private static void Code(string source, ref int at, StringBuilder code, int holes)
    {
        int depth = 0;
        while (at < source.Length)
        {
            char c = source[at];
            if (At(source, at, "//"))
            {
                at = End(source, at, "\n");
            }
            else if (At(source, at, "/*"))
            {
                at = End(source, at + 2, "*/") + 2;
            }
            else if (c == '\'')
            {
                at += source[at + 1] == '\\' ? End(source, at + 3, "'") - at + 1 : 3;
                code.Append(' ');
            }
            else if (c is '"' or '$' or '@' && StartsString(source, at))
            {
                Text(source, ref at, code);
            }
            else if (holes > 0 && depth == 0 && c == '}')
            {
                at += holes;
                return;
            }
            else if (holes > 0 && depth == 0 && c == ':' && !At(source, at, "::") && source[at - 1] != ':')
            {
                // What follows is a format.
                at = End(source, at, "}");
            }
            else
            {
                depth += c is '{' or '(' or '[' ? 1 : c is '}' or ')' or ']' ? -1 : 0;
                code.Append(c);
                at++;
            }
        }
    }

    private static void Text(string source, ref int at, StringBuilder code)
    {
        int dollars = 0;
        bool verbatim = false;
        for (; source[at] != '"'; at++)
        {
            dollars += source[at] == '$' ? 1 : 0;
            verbatim |= source[at] == '@';
        }

        int quotes = Run(source, at, '"');
        bool raw = quotes >= 3;
        string end = raw ? new string('"', quotes) : "\"";
        at += end.Length;
        code.Append(' ');
        while (at < source.Length)
        {
            if (At(source, at, end) && !(verbatim && At(source, at, "\"\"")))
            {
                at += end.Length;
                return;
            }

            int braces = dollars > 0 ? Run(source, at, '{') : 0;
            if (raw ? braces >= dollars && dollars > 0 : braces % 2 == 1)
            {
                at += braces;
                Code(source, ref at, code, Math.Max(1, raw ? dollars : 1));
                code.Append(' ');
            }
            else
            {
                at += braces > 0 ? braces : !raw && (verbatim ? At(source, at, "\"\"") : source[at] == '\\') ? 2 : 1;
            }
        }
    }

    private static bool StartsString(string source, int at) => source[at..Math.Min(at + 8, source.Length)].TrimStart('$', '@').StartsWith('"');

    private static bool At(string source, int at, string text) => string.CompareOrdinal(source, at, text, 0, text.Length) == 0;

    private static int End(string source, int at, string text) =>
        source.IndexOf(text, at, StringComparison.Ordinal) is var found and >= 0 ? found : source.Length;

    private static int Run(string source, int at, char c)
    {
        int length = 0;
        while (at + length < source.Length && source[at + length] == c)
        {
            length++;
        }

        return length;
    }
}
