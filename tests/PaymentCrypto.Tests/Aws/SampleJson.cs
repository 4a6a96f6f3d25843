using System.Reflection;
using System.Text.Json.Nodes;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Tests.Aws;

/// <summary>A JSON object with a value in every member of a record; of a union in one. The values are only right by type.</summary>
internal static class SampleJson
{
    public static JsonObject Of(Type type)
    {
        PropertyInfo[] members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        return new JsonObject(members.Take(type.IsDefined(typeof(UnionAttribute)) ? 1 : members.Length)
            .Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, Value(member.PropertyType, member.Name))));
    }

    private static JsonNode Value(Type type, string name) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        Type text when text == typeof(string) => $"{name}+/=é",
        Type flag when flag == typeof(bool) => true,
        Type number when number == typeof(int) => 7,
        Type moment when moment == typeof(DateTimeOffset) => 1698245002.065m,
        { IsGenericType: true } list when list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) =>
            new JsonArray(Value(list.GenericTypeArguments[0], name), Value(list.GenericTypeArguments[0], name + "2")),
        { IsGenericType: true } map => new JsonObject { ["K1"] = Value(map.GenericTypeArguments[1], name) },
        Type structure => Of(structure),
    };
}
