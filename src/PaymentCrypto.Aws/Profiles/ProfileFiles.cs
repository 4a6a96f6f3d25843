using PaymentCrypto.Api;
using PaymentCrypto.Aws.Variables;

namespace PaymentCrypto.Aws.Profiles;

/// <summary>
/// The shared credentials and config files, read anew for every provider. The AWS SDK has a reader of its own, but it takes the
/// files' places from the environment once per process, too early for a shell in which variables are set as one goes, and it does
/// not give out the services sections.
/// </summary>
internal sealed class ProfileFiles
{
    private readonly Dictionary<string, Dictionary<string, string>> _credentials;
    private readonly Dictionary<string, Dictionary<string, string>> _config;

    private readonly bool _withSdkStore;

    private ProfileFiles(string credentialsPath, string configPath, bool withSdkStore)
    {
        _withSdkStore = withSdkStore;
        CredentialsPath = credentialsPath;
        ConfigPath = configPath;
        _credentials = Read(credentialsPath);
        _config = Read(configPath);
    }

    internal string CredentialsPath { get; }

    internal string ConfigPath { get; }

    /// <summary>Reads the files that hold for a location; a file that is not there is empty.</summary>
    /// <param name="location">The credentials file, or null for the one that the environment or the home directory has.</param>
    /// <exception cref="AwsConfigurationException">The location is no file, or a file is there and cannot be read.</exception>
    internal static ProfileFiles Load(string? location)
    {
        if (location is not null && !File.Exists(location))
        {
            throw new AwsConfigurationException(AwsConfigurationFailure.ProfileInvalid, $"The AWS credentials file '{location}' does not exist.");
        }

        string home = Path.Combine(
            AwsEnvironment.Get("HOME") ?? AwsEnvironment.Get("USERPROFILE") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws");
        string credentials = location ?? AwsEnvironment.Get("AWS_SHARED_CREDENTIALS_FILE") ?? Path.Combine(home, "credentials");
        string besides = location is null ? home : Path.GetDirectoryName(Path.GetFullPath(location)) ?? home;
        return new ProfileFiles(credentials, AwsEnvironment.Get("AWS_CONFIG_FILE") ?? Path.Combine(besides, "config"), location is null);
    }

    /// <summary>Finds a profile: in the SDK's own store, unless a location was named, or in the files. Of the two the credentials file goes first.</summary>
    internal AwsProfile? Find(string name)
    {
        if (_withSdkStore && SdkStore.Find(name) is { } stored)
        {
            return stored;
        }

        Dictionary<string, string>? config = Section("profile", name) ?? (name == AwsProfile.DefaultName ? _config.GetValueOrDefault(name) : null);
        Dictionary<string, string>? credentials = _credentials.GetValueOrDefault(name);
        if (config is null && credentials is null)
        {
            return null;
        }

        var merged = new Dictionary<string, string>(config ?? [], StringComparer.Ordinal);
        foreach ((string setting, string value) in credentials ?? [])
        {
            merged[setting] = value;
        }

        return new AwsProfile(name, merged);
    }

    /// <summary>Finds a section that profiles refer to: <c>sso-session</c> or <c>services</c>.</summary>
    internal AwsProfile? FindSection(string kind, string name) => Section(kind, name) is { } settings ? new AwsProfile(name, settings) : null;

    private static Dictionary<string, Dictionary<string, string>> Read(string path)
    {
        try
        {
            return File.Exists(path) ? IniFile.Parse(File.ReadLines(path)) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AwsConfigurationException(
                AwsConfigurationFailure.ProfileInvalid, $"The AWS file '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    // A name with spaces may stand in quotation marks.
    private Dictionary<string, string>? Section(string kind, string name) =>
        _config.GetValueOrDefault($"{kind} {name}") ?? _config.GetValueOrDefault($"{kind} \"{name}\"") ?? _config.GetValueOrDefault($"{kind} '{name}'");
}
