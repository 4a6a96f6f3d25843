namespace PaymentCrypto.Aws.Profiles;

/// <summary>The settings of one profile. Its text form is its name only: the settings may hold keys.</summary>
internal sealed class AwsProfile(string name, IReadOnlyDictionary<string, string> settings)
{
    /// <summary>The name of the profile that holds unless another is named.</summary>
    internal const string DefaultName = "default";

    internal string Name { get; } = name;

    /// <summary>A setting by its name in the file; null when absent or empty.</summary>
    internal string? this[string setting] => settings.TryGetValue(setting, out string? value) && value.Length > 0 ? value : null;

    public override string ToString() => Name;
}
