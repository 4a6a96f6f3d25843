using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Tests.Aws;

/// <summary>A JSON object with a value in every member of a record, within the constraints of the service model; of a union in one member.</summary>
internal static class SampleJson
{
    private static readonly string[] Texts =
    [
        "alias/sample",
        "arn:aws:payment-cryptography:eu-central-1:111122223333:key/abcdefghijklmnop",
        "arn:aws:mpa:eu-central-1:111122223333:approval-team/sample",
        "arn:aws:mpa:eu-central-1:111122223333:session/team/sample",
        "eu-west-1",
        "import-token-abcdefghijklmnop",
        "export-token-abcdefghijklmnop",
        "someone@example.com",
        "DE",
        "01",
        "0123456789ABCDEF",
        "0123456789ABCDEF0123",
        string.Concat(Enumerable.Repeat("0123456789ABCDEF", 20)),
        "Text of any kind, é+/=, that is long enough for a minimum of 32 characters",
        "4111111111111111",
        "201",
        "0827",
        "123456",
        "000000012345",
        "0123ABCD",
        "F",
    ];

    public static JsonObject Of(Type type)
    {
        PropertyInfo[] members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        return new JsonObject(members.Take(type.IsDefined(typeof(UnionAttribute)) ? 1 : members.Length)
            .Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, Value(member, member.PropertyType, MemberPart.Whole))));
    }

    private static JsonNode Value(PropertyInfo member, Type type, MemberPart part) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        Type text when text == typeof(string) => Text(member, part),
        Type flag when flag == typeof(bool) => true,
        Type number when number == typeof(int) => Math.Min(7, member.GetCustomAttribute<MemberRangeAttribute>()?.Maximum ?? 7),
        Type moment when moment == typeof(DateTimeOffset) => 1698245002.065m,
        { IsGenericType: true } list when list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) =>
            new JsonArray(Value(member, list.GenericTypeArguments[0], MemberPart.Items)),
        { IsGenericType: true } map => new JsonObject { [Text(member, MemberPart.Keys)] = Value(member, map.GenericTypeArguments[1], MemberPart.Items) },
        Type structure => Of(structure),
    };

    private static string Text(PropertyInfo member, MemberPart part)
    {
        if (member.GetCustomAttribute<MemberValuesAttribute>() is { } values && part != MemberPart.Keys)
        {
            return ((IReadOnlyList<string>)values.Values.GetProperty("All")!.GetValue(null)!)[0];
        }

        MemberLengthAttribute? length = member.GetCustomAttributes<MemberLengthAttribute>().SingleOrDefault(length => length.Part == part);
        MemberPatternAttribute? pattern = member.GetCustomAttributes<MemberPatternAttribute>().SingleOrDefault(pattern => pattern.Part == part);
        string? text = Array.Find(Texts, text => (length is null || (text.Length >= length.Minimum && text.Length <= length.Maximum))
            && (pattern is null || Matches(text, pattern.Pattern)));
        Assert.True(text is not null, $"No sample for {part} of {member.DeclaringType!.Name}.{member.Name}.");
        return text;
    }

    // The model has a possessive quantifier, which .NET does not know; for the one pattern it makes no difference here.
    private static bool Matches(string text, string pattern) => Regex.IsMatch(text, $"\\A(?:{pattern.Replace("}+", "}", StringComparison.Ordinal)})\\z");
}
