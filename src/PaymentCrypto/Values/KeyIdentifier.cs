using System.Text.RegularExpressions;
using PaymentCrypto.Api;

namespace PaymentCrypto.Values;

/// <summary>The forms in which a user names a key: ARN, alias, alias ARN, and the bare id, which the service itself does not take.</summary>
internal static partial class KeyIdentifier
{
    private const string AliasPrefix = "alias/";

    /// <summary>Completes a bare key id to the ARN in this account and region. Everything else is left for the service to judge.</summary>
    public static string ToServiceForm(string identifier, AccountScope scope) =>
        IsKeyId(identifier) ? $"arn:aws:payment-cryptography:{scope.Region}:{scope.AccountId}:key/{KeyId(identifier)}" : identifier;

    /// <summary>Whether it is a bare key id.</summary>
    public static bool IsKeyId(string identifier) => KeyIdPattern().IsMatch(identifier);

    /// <summary>Completes a bare key id to the ARN of a key that is beside another one, in the same partition, region and account.</summary>
    public static string Beside(string keyArn, string identifier) => keyArn[..(keyArn.LastIndexOf('/') + 1)] + KeyId(identifier);

    /// <summary>The account in a key's ARN; null when there is none.</summary>
    public static string? AccountOf(string? keyArn) => keyArn?.Split(':') is [_, _, _, _, { Length: > 0 } account, ..] ? account : null;

    /// <summary>The last part of a key's ARN.</summary>
    public static string KeyId(string keyArn) => keyArn[(keyArn.LastIndexOf('/') + 1)..];

    /// <summary>Whether it names an alias and not a key.</summary>
    public static bool IsAlias(string identifier) =>
        identifier.StartsWith(AliasPrefix, StringComparison.Ordinal) || identifier.Contains(":alias/", StringComparison.Ordinal);

    /// <summary>The alias name that a user means where only aliases are meant: the prefix may be left out.</summary>
    public static string ToAliasName(string text) =>
        text.StartsWith(AliasPrefix, StringComparison.Ordinal) || text.Contains(':', StringComparison.Ordinal) ? text : AliasPrefix + text;

    [GeneratedRegex(@"\A(key/)?[0-9a-zA-Z]{16,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyIdPattern();
}
