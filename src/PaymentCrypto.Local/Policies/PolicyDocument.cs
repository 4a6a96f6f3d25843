using System.Text.Json;
using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Policies;

/// <summary>What the service demands of a resource policy: JSON, about this key only, and open to nobody in particular.</summary>
internal static class PolicyDocument
{
    /// <summary>Checks a policy for a key.</summary>
    /// <exception cref="ValidationException">It is not a policy document, or names another resource.</exception>
    /// <exception cref="PublicPolicyException">It allows everybody.</exception>
    public static void Check(string document, string keyArn)
    {
        using JsonDocument json = Parse(document);
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("Statement", out JsonElement statements))
        {
            throw new ValidationException("The policy is not a policy document: it must be a JSON object with a Statement.");
        }

        foreach (JsonElement statement in statements.ValueKind == JsonValueKind.Array ? [.. statements.EnumerateArray()] : new[] { statements })
        {
            CheckStatement(statement, keyArn);
        }
    }

    private static JsonDocument Parse(string document)
    {
        try
        {
            return JsonDocument.Parse(document);
        }
        catch (JsonException e)
        {
            throw new ValidationException($"The policy is not valid JSON: {e.Message}");
        }
    }

    private static void CheckStatement(JsonElement statement, string keyArn)
    {
        if (statement.ValueKind != JsonValueKind.Object || !statement.TryGetProperty("Effect", out JsonElement effect) || Text(effect) is not ("Allow" or "Deny"))
        {
            throw new ValidationException("A statement of the policy has no Effect: it must be an object with Effect Allow or Deny.");
        }

        if (!statement.TryGetProperty("Principal", out JsonElement principal))
        {
            throw new ValidationException("A statement of the policy has no Principal: a resource policy must say whom it is about.");
        }

        if (Text(effect) == "Allow" && !statement.TryGetProperty("Condition", out _) && IsEverybody(principal))
        {
            throw new PublicPolicyException("The policy would let anybody use the key: its Principal is \"*\". Name accounts, roles or users.");
        }

        if (statement.TryGetProperty("Resource", out JsonElement resource) && Strings(resource).FirstOrDefault(name => name != "*" && name != keyArn) is string other)
        {
            throw new ValidationException($"The policy names the resource '{other}': it must be \"*\" or the key's own ARN, {keyArn}.");
        }
    }

    private static bool IsEverybody(JsonElement principal) => principal.ValueKind == JsonValueKind.Object
        ? principal.EnumerateObject().Any(kind => Strings(kind.Value).Contains("*"))
        : Strings(principal).Contains("*");

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Select(Text).OfType<string>()
        : Text(value) is string single ? [single] : [];

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
