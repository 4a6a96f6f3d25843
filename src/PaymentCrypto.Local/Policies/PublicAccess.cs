using System.Text.Json;

namespace PaymentCrypto.Local.Policies;

/// <summary>
/// Whom a statement of a policy is about, and whether that is everybody: "*" in any form, or everybody but some, unless a condition
/// ties it to fixed accounts, organizations, sources or principals (the sense in which AWS's services call a policy public).
/// </summary>
internal static class PublicAccess
{
    private static readonly string[] Operators = ["StringEquals", "StringEqualsIgnoreCase", "StringLike", "ArnEquals", "ArnLike"];

    private static readonly string[] Keys =
    [
        "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths",
        "aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "aws:SourceVpc", "aws:SourceVpce", "aws:userid",
    ];

    /// <summary>Whether the statement says whom it is about.</summary>
    public static bool NamesSomebody(JsonElement statement) =>
        (statement.TryGetProperty("Principal", out JsonElement principal) || statement.TryGetProperty("NotPrincipal", out principal))
            && Names(principal) is { Length: > 0 };

    /// <summary>Whether the statement is about everybody.</summary>
    public static bool IsIn(JsonElement statement) => IsAboutEverybody(statement) && !IsTied(statement);

    private static bool IsAboutEverybody(JsonElement statement) =>
        statement.TryGetProperty("NotPrincipal", out _)
        || statement.EnumerateObject().Any(member => member.NameEquals("Principal") && Names(member.Value)?.Contains("*") == true);

    // "*" alone, or an object of kinds of principal with one name or a list of them each.
    private static string[]? Names(JsonElement principal)
    {
        if (principal.ValueKind != JsonValueKind.Object)
        {
            return PolicyStrings.Of(principal) is ["*"] everybody ? everybody : null;
        }

        string[]?[] kinds = [.. principal.EnumerateObject().Select(kind => PolicyStrings.Of(kind.Value))];
        return Array.Exists(kinds, names => names is null or []) ? null : [.. kinds.SelectMany(names => names!)];
    }

    private static bool IsTied(JsonElement statement) =>
        statement.TryGetProperty("Condition", out JsonElement condition)
        && condition.ValueKind == JsonValueKind.Object
        && condition.EnumerateObject().Any(test =>
            Operators.Contains(test.Name) && test.Value.ValueKind == JsonValueKind.Object && test.Value.EnumerateObject().Any(IsFixed));

    private static bool IsFixed(JsonProperty key) =>
        Keys.Contains(key.Name, StringComparer.OrdinalIgnoreCase)
        && PolicyStrings.Of(key.Value) is { Length: > 0 } values
        && Array.TrueForAll(values, value => value.IndexOfAny(['*', '?']) < 0);
}
