using System.Text.Json;

namespace PaymentCrypto.Local.Policies;

/// <summary>The policy language's "one string or a list of them".</summary>
internal static class PolicyStrings
{
    /// <summary>The strings; null when the value is anything else.</summary>
    public static string[]? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            [.. value.EnumerateArray().Select(item => item.GetString()!)],
        _ => null,
    };
}
