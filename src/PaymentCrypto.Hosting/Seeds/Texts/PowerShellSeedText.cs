using System.Text;
using PaymentCrypto.Api;

namespace PaymentCrypto.Hosting.Seeds.Texts;

/// <summary>
/// Reads a seed in a PowerShell data file: hash tables, lists, texts, numbers, $true, $false and $null. Whatever would have to be executed
/// is refused.
/// </summary>
internal ref struct PowerShellSeedText
{
    private const int Deepest = 16;
    private readonly ReadOnlySpan<char> _text;
    private readonly string _source;
    private int _position;
    private int _line = 1;
    private int _depth;

    private PowerShellSeedText(ReadOnlySpan<char> text, string source)
    {
        _text = text;
        _source = source;
    }

    /// <summary>Reads the whole text.</summary>
    public static SeedValue Read(string text, string source)
    {
        PowerShellSeedText reader = new(text, source);
        reader.SkipBlank(lines: true);
        SeedValue value = reader.Value();
        reader.SkipBlank(lines: true);
        return reader._position == text.Length ? value : throw reader.Refused("something follows the end of the hash table");
    }

    private readonly char Current => _position < _text.Length ? _text[_position] : '\0';

    private readonly bool Sees(string what) => _text[_position..].StartsWith(what, StringComparison.Ordinal);

    private readonly InvalidConfigurationException Refused(string problem) => SeedError.At(
        _source, _line, null, $"{problem}. A seed is data: @{{ }}, @( ), 'texts', numbers, $true, $false and $null; nothing in it is executed.");

    private void Advance(int count = 1)
    {
        for (; count > 0 && _position < _text.Length; count--)
        {
            _line += _text[_position++] == '\n' ? 1 : 0;
        }
    }

    private void SkipBlank(bool lines)
    {
        while (_position < _text.Length)
        {
            if (Sees("<#"))
            {
                int end = _text[_position..].IndexOf("#>");
                Advance(end < 0 ? _text.Length : end + 2);
            }
            else if (Current == '#')
            {
                int end = _text[_position..].IndexOf('\n');
                Advance(end < 0 ? _text.Length : end);
            }
            else if (Current is ' ' or '\t' or '\r' or '\uFEFF' || (lines && Current is '\n' or ';'))
            {
                Advance();
            }
            else
            {
                return;
            }
        }
    }

    private SeedValue Value()
    {
        if (++_depth > Deepest)
        {
            throw Refused("it is nested too deeply");
        }

        SeedValue value = Single();
        _depth--;
        return value;
    }

    // 'a', 'b' is a list without @( ).
    private SeedValue Values()
    {
        SeedValue first = Value();
        SkipBlank(lines: false);
        if (Current != ',')
        {
            return first;
        }

        List<SeedValue> items = [first];
        while (Current == ',')
        {
            Advance();
            SkipBlank(lines: true);
            items.Add(Value());
            SkipBlank(lines: false);
        }

        return new SeedList(first.Line, items);
    }

    private SeedValue Single()
    {
        int line = _line;
        if (Sees("@{"))
        {
            Advance(2);
            return Table(line);
        }

        if (Sees("@("))
        {
            Advance(2);
            return List(line);
        }

        if (Sees("@'") || Sees("@\""))
        {
            return new SeedText(line, HereString());
        }

        if (Current is '\'' or '"')
        {
            return new SeedText(line, Quoted());
        }

        string word = Word();
        return word.ToUpperInvariant() switch
        {
            "$TRUE" => new SeedFlag(line, true),
            "$FALSE" => new SeedFlag(line, false),
            "$NULL" => new SeedNothing(line),
            { Length: > 0 } number when number.All(static character => char.IsAsciiDigit(character) || character is '-' or '.') => new SeedText(line, word),
            _ => throw Refused("a value is expected here"),
        };
    }

    private SeedTable Table(int line)
    {
        SeedTableBuilder table = new(line, _source);
        for (SkipBlank(lines: true); Current != '}'; SkipBlank(lines: true))
        {
            int at = _line;
            string name = Current is '\'' or '"' ? Quoted() : Word();
            SkipBlank(lines: false);
            if (name.Length == 0 || Current != '=')
            {
                throw Refused("NAME = VALUE is expected here");
            }

            Advance();
            SkipBlank(lines: true);
            table.Add(at, name, Values());
        }

        Advance();
        return table.Build();
    }

    private SeedList List(int line)
    {
        List<SeedValue> items = [];
        for (SkipBlank(lines: true); Current != ')'; SkipBlank(lines: true))
        {
            items.Add(Value());
            SkipBlank(lines: true);
            if (Current == ',')
            {
                Advance();
            }
        }

        Advance();
        return new SeedList(line, items);
    }

    private string Word()
    {
        int start = _position;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '$' or '_' or '-' or '.')
        {
            Advance();
        }

        return _text[start.._position].ToString();
    }

    private string Quoted()
    {
        char quote = Current;
        var text = new StringBuilder();
        for (Advance(); ; Advance())
        {
            if (_position == _text.Length)
            {
                throw Refused("a text does not end");
            }

            if (Current == quote)
            {
                Advance();
                if (Current != quote)
                {
                    return text.ToString();
                }
            }
            else if (quote == '"' && Current is '$' or '`')
            {
                throw Refused("a text in double quotes has $ or `, which stand for something else: use single quotes");
            }

            text.Append(Current);
        }
    }

    // @' and '@ stand at the ends of their lines (about_Quoting_Rules).
    private string HereString()
    {
        string end = $"\n{_text[_position + 1]}@";
        int first = _text[_position..].IndexOf('\n');
        int last = first < 0 ? -1 : _text[(_position + first)..].IndexOf(end);
        if (last < 0 || !_text.Slice(_position + 2, first - 2).IsWhiteSpace())
        {
            throw Refused("a text does not end");
        }

        string text = last == 0 ? string.Empty : _text.Slice(_position + first + 1, last - 1).ToString().TrimEnd('\r');
        if (end[1] == '"' && text.AsSpan().ContainsAny('$', '`'))
        {
            throw Refused("a text in double quotes has $ or `, which stand for something else: use single quotes");
        }

        Advance(first + last + end.Length);
        return text;
    }
}
