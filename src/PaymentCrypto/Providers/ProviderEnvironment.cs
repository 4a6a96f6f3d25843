using System.Collections;
using System.Security;
using PaymentCrypto.Api;

namespace PaymentCrypto.Providers;

/// <summary>The settings that a session starts with: environment variables over built-in defaults.</summary>
internal static class ProviderEnvironment
{
    /// <summary><c>Local</c> (the default) or <c>Aws</c>.</summary>
    public const string ProviderVariable = "PAYMENTCRYPTO_PROVIDER";

    /// <summary>The directory of the local store.</summary>
    public const string HomeVariable = "PAYMENTCRYPTO_HOME";

    /// <summary>The account that the local engine answers for.</summary>
    public const string AccountIdVariable = "PAYMENTCRYPTO_ACCOUNT_ID";

    /// <summary>
    /// The region. AWS_REGION is not read for the local engine: a local key belongs to a region, and the keys in a store must not
    /// seem to come and go with a variable that is about something else.
    /// </summary>
    public const string RegionVariable = "PAYMENTCRYPTO_REGION";

    /// <summary>The passphrase of the local store, for automation that has no better place for it.</summary>
    public const string PassphraseVariable = "PAYMENTCRYPTO_PASSPHRASE";

    /// <summary>The provider that the environment names.</summary>
    /// <exception cref="InvalidConfigurationException">It names none that there is.</exception>
    public static ProviderName Name()
    {
        string? text = Read(ProviderVariable);
        return text switch
        {
            null => ProviderName.Local,
            _ when Enum.TryParse(text, ignoreCase: true, out ProviderName name) && Enum.IsDefined(name) && !char.IsAsciiDigit(text[0]) => name,
            _ => throw new InvalidConfigurationException(
                "PcProviderUnknown",
                $"The environment variable {ProviderVariable} is '{text}': it must be {string.Join(" or ", Enum.GetNames<ProviderName>())}."),
        };
    }

    /// <summary>The settings of one provider.</summary>
    /// <exception cref="InvalidConfigurationException">A variable has a value that cannot be.</exception>
    public static ProviderSettings Settings(ProviderName name) => new()
    {
        Name = name,
        Scope = new AccountScope(
            Read(AccountIdVariable) ?? AccountScope.DefaultAccountId,
            Read(RegionVariable) ?? AccountScope.DefaultRegion),
        Local = new LocalSettings
        {
            Directory = Read(HomeVariable) is { } home ? Path.GetFullPath(home) : null,
            Passphrase = Passphrase(),
        },
        Aws = name == ProviderName.Aws ? new AwsSettings { EnvironmentRegion = Read(RegionVariable), EnvironmentTag = AwsEnvironmentTag() } : new AwsSettings(),
    };

    // What the AWS tools read from the environment, secrets included, is compared and not kept.
    private static string AwsEnvironmentTag()
    {
        IOrderedEnumerable<string> variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Where(static variable => ((string)variable.Key).StartsWith("AWS_", StringComparison.OrdinalIgnoreCase))
            .Select(static variable => $"{variable.Key}={variable.Value}").Order(StringComparer.Ordinal);
        return PassphraseTag.Of(string.Join('\0', variables));
    }

    private static SecureString? Passphrase() => SecretArgument.From(Read(PassphraseVariable));

    private static string? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
