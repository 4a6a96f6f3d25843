using System.Text.Json;
using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Policies;

/// <summary>
/// How principals are named. IAM takes "*" for everybody and no other wildcard in a principal: arn:aws:iam::*:root would be every
/// account, past the check for public access.
/// </summary>
internal static class PolicyPrincipals
{
    /// <summary>Checks the principals of a statement that has some.</summary>
    /// <exception cref="ValidationException">It has both Principal and NotPrincipal, or a name with a wildcard in it.</exception>
    public static void Check(JsonElement statement)
    {
        bool some = statement.TryGetProperty("Principal", out JsonElement principal);
        bool others = statement.TryGetProperty("NotPrincipal", out JsonElement notPrincipal);
        if (some && others)
        {
            throw new ValidationException("A statement of the policy has both Principal and NotPrincipal: it must have one of them.");
        }

        JsonElement named = some ? principal : notPrincipal;
        if (named.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        // Only a statement that names somebody in every kind comes here (PublicAccess.NamesSomebody).
        IEnumerable<string> names = named.EnumerateObject().SelectMany(kind => PolicyStrings.Of(kind.Value)!);
        if (names.FirstOrDefault(name => name.Length == 0 || (name != "*" && name.AsSpan().ContainsAny('*', '?'))) is { } wrong)
        {
            throw new ValidationException(
                $"The principal \"{wrong}\" of the policy is not one: name an account, role or user in full; a wildcard may stand alone only.");
        }
    }
}
