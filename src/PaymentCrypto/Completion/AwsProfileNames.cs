namespace PaymentCrypto.Completion;

/// <summary>
/// The names of the profiles in the AWS tools' shared files. What a profile means is the AWS provider's to say; here the headers of
/// its files are read, and no more of a line than tells that it is a region.
/// </summary>
internal static class AwsProfileNames
{
    private const int MostLines = 20_000;
    private const string ProfilePrefix = "profile ";

    /// <summary>Every profile once, in the order of the files; none when they cannot be read.</summary>
    /// <param name="location">The credentials file; null for the usual one.</param>
    public static IReadOnlyList<AwsProfileName> Read(string? location)
    {
        string home = Path.Combine(Variable("HOME") ?? Variable("USERPROFILE") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws");
        string credentials = location ?? Variable("AWS_SHARED_CREDENTIALS_FILE") ?? Path.Combine(home, "credentials");
        string besides = location is null ? home : Path.GetDirectoryName(Path.GetFullPath(location)) ?? home;
        string config = Variable("AWS_CONFIG_FILE") ?? Path.Combine(besides, "config");
        return
        [
            .. from profile in Sections(credentials, isConfig: false).Concat(Sections(config, isConfig: true))
               group profile by profile.Name into same
               select same.FirstOrDefault(static profile => profile.Region is not null) ?? same.First(),
        ];
    }

    private static List<AwsProfileName> Sections(string path, bool isConfig)
    {
        var profiles = new List<AwsProfileName>();
        if (!File.Exists(path))
        {
            return profiles;
        }

        bool inProfile = false;
        foreach (string line in File.ReadLines(path).Take(MostLines))
        {
            if (line.StartsWith('[') && line.IndexOf(']', StringComparison.Ordinal) is var end and > 0)
            {
                string? name = NameIn(line[1..end].Trim(), isConfig);
                inProfile = name is not null;
                if (name is not null)
                {
                    profiles.Add(new AwsProfileName(name, null, Path.GetFileName(path)));
                }
            }
            else if (inProfile
                && line.StartsWith("region", StringComparison.OrdinalIgnoreCase)
                && line.IndexOf('=', StringComparison.Ordinal) is var equals and > 0
                && line[..equals].Trim().Length == "region".Length)
            {
                profiles[^1] = profiles[^1] with { Region = line[(equals + 1)..].Trim() };
            }
        }

        return profiles;
    }

    // In the config file every profile but the default one says that it is one; a name with spaces may stand in quotation marks.
    private static string? NameIn(string header, bool isConfig) => (isConfig, header) switch
    {
        (_, "") => null,
        (false, _) or (true, "default") => header,
        _ => header.StartsWith(ProfilePrefix, StringComparison.Ordinal) ? header[ProfilePrefix.Length..].Trim().Trim('"', '\'') : null,
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
