using System.Text.RegularExpressions;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api.Validation;

/// <summary>
/// Every pattern of the service model as code that the compiler has made of it: no text is turned into a machine when the first request comes, and a match
/// costs a fraction of one. None of them has two ways through the same text, so that a hostile one takes time in proportion to its length.
/// </summary>
internal static partial class ModelPatterns
{
    // The model leaves the outer anchors out but has inner ones ("a$|^b"), so they go around the whole pattern first; \A and \z then shut out a line break
    // at the end, which $ lets through.
    private const string Begin = @"\A(?:^";
    private const string End = @"$)\z";

    private const string Region = "[a-z]{2}-[a-z]{1,16}-[0-9]+";
    private const string KeyArn = "arn:aws:payment-cryptography:" + Region + ":[0-9]{12}:key/[0-9a-zA-Z]{16,64}";
    private const string KeyOrAlias = "arn:aws:payment-cryptography:" + Region + ":[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^" + Alias;
    private const string Alias = "alias/[a-zA-Z0-9/_-]+";
    private const string ImportToken = "(import-token-[0-9a-zA-Z]{16,64})?";
    private const string ExportToken = "(export-token-[0-9a-zA-Z]{16,64})?";
    private const string MpaTeam = "arn:aws(-[^:]+)?:mpa:[a-z0-9-]{1,20}:[0-9]{12}:approval-team/[a-zA-Z0-9._-]+";
    private const string MpaSession = "arn:aws(-[^:]+)?:mpa:[a-z0-9-]{1,20}:[0-9]{12}:session/[a-zA-Z0-9._-]+/[a-zA-Z0-9_-]+";
    private const string Email = @"[a-zA-Z0-9.!#$%&’*+/=?^_`{|}~-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*";
    private const string Digits = "[0-9]+";
    private const string Letters = "[A-Za-z]+";
    private const string LettersAndDigits = "[0-9a-zA-Z]+";
    private const string Hex = "[0-9a-fA-F]+";
    private const string UpperHex = "[0-9A-F]+";
    private const string HexBytes = "(?:[0-9a-fA-F][0-9a-fA-F])+";
    private const string HexOf8Or16 = "(?:[0-9a-fA-F]{16}|[0-9a-fA-F]{32})";
    private const string HexOf8Or16Or24 = "(?:[0-9a-fA-F]{16}|[0-9a-fA-F]{32}|[0-9a-fA-F]{48})";
    private const string HexOf8Or10Or12 = "(?:[0-9a-fA-F]{16}|[0-9a-fA-F]{20}|[0-9a-fA-F]{24})";
    private const string UpperHexOf10Or12 = "[0-9A-F]{20}$|^[0-9A-F]{24}";
    private const string BlockId = "[0-9A-Z]{2}";
    private const string Latin1Text = @"[\u0009\u000A\u000D\u0020-\u00FF]+";
    private const string NoBrackets = @"[^\[;\]<>]+";

    private static readonly Dictionary<string, Func<Regex>> All = new(StringComparer.Ordinal)
    {
        [Region] = RegionPattern,
        [KeyArn] = KeyArnPattern,
        [KeyOrAlias] = KeyOrAliasPattern,
        [Alias] = AliasPattern,
        [ImportToken] = ImportTokenPattern,
        [ExportToken] = ExportTokenPattern,
        [MpaTeam] = MpaTeamPattern,
        [MpaSession] = MpaSessionPattern,
        [Email] = EmailPattern,
        [Digits] = DigitsPattern,
        [Letters] = LettersPattern,
        [LettersAndDigits] = LettersAndDigitsPattern,
        [Hex] = HexPattern,
        [UpperHex] = UpperHexPattern,
        [HexBytes] = HexBytesPattern,
        [HexOf8Or16] = HexOf8Or16Pattern,
        [HexOf8Or16Or24] = HexOf8Or16Or24Pattern,
        [HexOf8Or10Or12] = HexOf8Or10Or12Pattern,
        [UpperHexOf10Or12] = UpperHexOf10Or12Pattern,
        // "{2}+" is possessive in the model's notation, unknown here, and the same without the plus.
        [BlockId + "+"] = BlockIdPattern,
        [Latin1Text] = Latin1TextPattern,
        [NoBrackets] = NoBracketsPattern,
    };

    /// <summary>The pattern, to be matched by the whole value.</summary>
    /// <param name="pattern">In the model's notation, as in <see cref="MemberPatternAttribute"/>.</param>
    internal static Regex Of(string pattern) =>
        All.TryGetValue(pattern, out Func<Regex>? compiled)
            ? compiled()
            : throw new InvalidOperationException($"'{pattern}' is not among the model's patterns.");

    [GeneratedRegex(Begin + Region + End, RegexOptions.CultureInvariant)]
    private static partial Regex RegionPattern();

    [GeneratedRegex(Begin + KeyArn + End, RegexOptions.CultureInvariant)]
    private static partial Regex KeyArnPattern();

    [GeneratedRegex(Begin + KeyOrAlias + End, RegexOptions.CultureInvariant)]
    private static partial Regex KeyOrAliasPattern();

    [GeneratedRegex(Begin + Alias + End, RegexOptions.CultureInvariant)]
    private static partial Regex AliasPattern();

    [GeneratedRegex(Begin + ImportToken + End, RegexOptions.CultureInvariant)]
    private static partial Regex ImportTokenPattern();

    [GeneratedRegex(Begin + ExportToken + End, RegexOptions.CultureInvariant)]
    private static partial Regex ExportTokenPattern();

    [GeneratedRegex(Begin + MpaTeam + End, RegexOptions.CultureInvariant)]
    private static partial Regex MpaTeamPattern();

    [GeneratedRegex(Begin + MpaSession + End, RegexOptions.CultureInvariant)]
    private static partial Regex MpaSessionPattern();

    [GeneratedRegex(Begin + Email + End, RegexOptions.CultureInvariant)]
    private static partial Regex EmailPattern();

    [GeneratedRegex(Begin + Digits + End, RegexOptions.CultureInvariant)]
    private static partial Regex DigitsPattern();

    [GeneratedRegex(Begin + Letters + End, RegexOptions.CultureInvariant)]
    private static partial Regex LettersPattern();

    [GeneratedRegex(Begin + LettersAndDigits + End, RegexOptions.CultureInvariant)]
    private static partial Regex LettersAndDigitsPattern();

    [GeneratedRegex(Begin + Hex + End, RegexOptions.CultureInvariant)]
    private static partial Regex HexPattern();

    [GeneratedRegex(Begin + UpperHex + End, RegexOptions.CultureInvariant)]
    private static partial Regex UpperHexPattern();

    [GeneratedRegex(Begin + HexBytes + End, RegexOptions.CultureInvariant)]
    private static partial Regex HexBytesPattern();

    [GeneratedRegex(Begin + HexOf8Or16 + End, RegexOptions.CultureInvariant)]
    private static partial Regex HexOf8Or16Pattern();

    [GeneratedRegex(Begin + HexOf8Or16Or24 + End, RegexOptions.CultureInvariant)]
    private static partial Regex HexOf8Or16Or24Pattern();

    [GeneratedRegex(Begin + HexOf8Or10Or12 + End, RegexOptions.CultureInvariant)]
    private static partial Regex HexOf8Or10Or12Pattern();

    [GeneratedRegex(Begin + UpperHexOf10Or12 + End, RegexOptions.CultureInvariant)]
    private static partial Regex UpperHexOf10Or12Pattern();

    [GeneratedRegex(Begin + BlockId + End, RegexOptions.CultureInvariant)]
    private static partial Regex BlockIdPattern();

    [GeneratedRegex(Begin + Latin1Text + End, RegexOptions.CultureInvariant)]
    private static partial Regex Latin1TextPattern();

    [GeneratedRegex(Begin + NoBrackets + End, RegexOptions.CultureInvariant)]
    private static partial Regex NoBracketsPattern();
}
