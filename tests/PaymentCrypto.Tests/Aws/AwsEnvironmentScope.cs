namespace PaymentCrypto.Tests.Aws;

/// <summary>
/// An environment without any AWS variable or proxy, with an empty home directory and without instance metadata, until it is disposed.
/// It belongs to the whole process, so its users are in <see cref="AwsEnvironmentCollection"/>.
/// </summary>
internal sealed class AwsEnvironmentScope : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    public AwsEnvironmentScope()
    {
        foreach (string name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOurs).ToList())
        {
            Set(name, null);
        }

        Set("HOME", Home);
        Set("USERPROFILE", Home);
        Set("AWS_EC2_METADATA_DISABLED", "true");
    }

    public string Home { get; } = Directory.CreateTempSubdirectory("pc-aws-").FullName;

    public void Set(string variable, string? value)
    {
        _before.TryAdd(variable, Environment.GetEnvironmentVariable(variable));
        Environment.SetEnvironmentVariable(variable, value);
    }

    public void Dispose()
    {
        foreach ((string name, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Directory.Delete(Home, recursive: true);
    }

    private static bool IsOurs(string name) =>
        name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase) || name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase);
}
