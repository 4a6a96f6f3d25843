using System.Text.RegularExpressions;

namespace PaymentCrypto.Tests.Rooms;

/// <summary>A file of a project: the types that it declares, and the names in it that can be those of types.</summary>
internal sealed partial class SourceFile
{
    private readonly string _code;
    private readonly HashSet<string> _members;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path from the project, with <c>/</c>.</param>
    /// <param name="text">Its text.</param>
    public SourceFile(string path, string text)
    {
        Name = path[(path.LastIndexOf('/') + 1)..];
        Room = path.LastIndexOf('/') is var end and > 0 ? path[..end] : ".";
        _code = CSharpCode.Of(text);
        Namespace = NamespaceLine().Match(_code).Groups[1].Value;
        Types = [.. Declaration().Matches(_code).Select(static match => match.Groups[1].Value)];
        Visible = [.. Enclosing(Namespace), .. UsingLine().Matches(_code).Select(static match => match.Groups[1].Value), string.Empty];
        _members = [.. Member().Matches(_code).Select(static match => match.Groups[1].Value)];
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its folder from the project.</summary>
    public string Room { get; }

    /// <summary>Its namespace.</summary>
    public string Namespace { get; }

    /// <summary>The types that it declares.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>The namespaces whose types it can name without a qualifier, the innermost first; the last is the global one.</summary>
    public IReadOnlyList<string> Visible { get; }

    /// <summary>The names in it that can be those of types, each with what follows it after dots.</summary>
    public IEnumerable<string> Names() => NamesOf().Distinct();

    // A member may have the name of a type. Where the file has such a member, the name alone is the member, unless only a type can stand there.
    private IEnumerable<string> NamesOf() =>
        from match in Word().Matches(_code)
        where !_members.Contains(match.Value.Split('.')[0]) || OnlyType().IsMatch(_code[Math.Max(0, match.Index - 12)..match.Index] + "\0" + Rest(match))
        select match.Value;

    private string Rest(Match match) => _code[(match.Index + match.Length)..Math.Min(_code.Length, match.Index + match.Length + 40)];

    /// <summary>A namespace and those around it, the innermost first.</summary>
    public static IEnumerable<string> Enclosing(string name)
    {
        for (; name.Length > 0; name = name.LastIndexOf('.') is var dot and > 0 ? name[..dot] : string.Empty)
        {
            yield return name;
        }
    }

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?: struct| class)?|delegate [\w<>?\[\], ]+?)\s+([A-Z]\w*)")]
    private static partial Regex Declaration();

    // A type before it and, after it, what a property, field, parameter or method has.
    [GeneratedRegex(@"(?<!\b(?:new|return|is|as|case|throw|in|not|or|and|await|class|struct|record|interface|enum|else))(?<=[\w>\]?])\s+([A-Z]\w*)\s*(?=\{|=>|=[^=]|[;,()])")]
    private static partial Regex Member();

    // Not after a dot, and not what is set or matched by name: an initializer, a pattern, an argument.
    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*(?:\.[A-Z]\w*)*\b(?!\s*(?:=[^=>]|:[^:]))")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:\b(?:new|is|as)\s+|typeof\()\0|\0(?:<[^<>]*>)?\??(?:\[\])?\??\s+(?!is\b|as\b|switch\b|when\b|and\b|or\b|with\b)[A-Za-z_]")]
    private static partial Regex OnlyType();
}
