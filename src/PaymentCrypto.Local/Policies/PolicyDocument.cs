using System.Text;
using System.Text.Json;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Json;

namespace PaymentCrypto.Local.Policies;

/// <summary>What the service demands of a resource policy: JSON, about this key only, and closed to the public.</summary>
internal static class PolicyDocument
{
    /// <summary>Checks a policy for a key.</summary>
    /// <exception cref="ValidationException">It is not a policy document, or names another resource.</exception>
    /// <exception cref="PublicPolicyException">It allows everybody.</exception>
    public static void Check(string document, string keyArn)
    {
        using JsonDocument json = Parse(document);
        try
        {
            CheckDocument(json.RootElement, keyArn);
        }
        catch (InvalidOperationException)
        {
            // The one thing that the parser lets through and a string cannot hold: half of a surrogate pair, written as an escape.
            throw new ValidationException("The policy is not valid JSON: an escape sequence in it stands for no character.");
        }
    }

    private static JsonDocument Parse(string document)
    {
        try
        {
            // Of two members with one name, readers differ in which they obey: what was checked here must be what is meant.
            JsonMembers.RequireUnique(Encoding.UTF8.GetBytes(document));
            return JsonDocument.Parse(document);
        }
        catch (JsonException e)
        {
            throw new ValidationException($"The policy is not valid JSON: {e.Message}");
        }
    }

    private static void CheckDocument(JsonElement document, string keyArn)
    {
        if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("Statement", out JsonElement statements)
            || (statements.ValueKind == JsonValueKind.Array && statements.GetArrayLength() == 0))
        {
            throw new ValidationException("The policy is not a policy document: it must be a JSON object with a Statement.");
        }

        foreach (JsonElement statement in statements.ValueKind == JsonValueKind.Array ? [.. statements.EnumerateArray()] : new[] { statements })
        {
            CheckStatement(statement, keyArn);
        }
    }

    private static void CheckStatement(JsonElement statement, string keyArn)
    {
        if (statement.ValueKind != JsonValueKind.Object
            || !statement.TryGetProperty("Effect", out JsonElement effect)
            || PolicyStrings.Of(effect) is not ["Allow" or "Deny"])
        {
            throw new ValidationException("A statement of the policy has no Effect: it must be an object with Effect Allow or Deny.");
        }

        if (effect.ValueEquals("Allow") && PublicAccess.IsIn(statement))
        {
            throw new PublicPolicyException(
                "The policy would let anybody use the key: name accounts, roles or users as its Principal, or tie \"*\" to an account or organization with "
                    + "a Condition.");
        }

        if (!PublicAccess.NamesSomebody(statement))
        {
            throw new ValidationException("A statement of the policy has no Principal: a resource policy must say whom it is about.");
        }

        PolicyPrincipals.Check(statement);
        CheckAction(statement);
        string[]? resources = statement.TryGetProperty("Resource", out JsonElement resource) ? PolicyStrings.Of(resource) : null;
        if (resources is null or [] || Array.Find(resources, name => name != "*" && name != keyArn) is not null)
        {
            throw new ValidationException($"A statement of the policy is not about the key: its Resource must be \"*\" or the key's own ARN, {keyArn}.");
        }
    }

    private static void CheckAction(JsonElement statement)
    {
        bool some = statement.TryGetProperty("Action", out JsonElement action);
        bool others = statement.TryGetProperty("NotAction", out JsonElement notAction);
        if (some == others || PolicyStrings.Of(some ? action : notAction) is not { Length: > 0 } actions || !Array.TrueForAll(actions, IsAction))
        {
            throw new ValidationException(
                "A statement of the policy has no Action: it must name \"*\" or actions such as \"payment-cryptography:ExportKey\", in either Action or "
                    + "NotAction.");
        }
    }

    private static bool IsAction(string name) => name == "*" || name.Split(':') is [{ Length: > 0 }, { Length: > 0 }];
}
