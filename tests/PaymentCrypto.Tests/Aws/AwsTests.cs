using System.Security;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Aws;

namespace PaymentCrypto.Tests.Aws;

/// <summary>
/// A test class in an environment without any AWS variable, with an empty home directory and without instance metadata. What it
/// sets is undone after each test.
/// </summary>
[Collection(AwsEnvironmentCollection.Name)]
public abstract class AwsTests : IDisposable
{
    internal const string AccessKey = "AKIDEXAMPLE";
    internal const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    internal const string Region = "eu-central-1";

    private readonly AwsEnvironmentScope _environment = new();

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected string Home => _environment.Home;

    public void Dispose()
    {
        _environment.Dispose();
        GC.SuppressFinalize(this);
    }

    internal static SecureString Secret(string text)
    {
        var secret = new SecureString();
        Array.ForEach(text.ToCharArray(), secret.AppendChar);
        secret.MakeReadOnly();
        return secret;
    }

    /// <summary>Options with region and keys, to be completed.</summary>
    internal static AwsProviderOptions Keys(Uri? endpoint = null) =>
        new() { Region = Region, AccessKey = AccessKey, SecretKey = Secret(SecretKey), EndpointUrl = endpoint };

    /// <summary>Opens a provider whose retries do not wait.</summary>
    internal static Task<IAwsProvider> Open(AwsProviderOptions options, TimeProvider? time = null) => AwsProviderFactory.OpenAsync(
        options,
        settings => settings with { MaxBackoff = TimeSpan.FromMilliseconds(1), SlowestRate = 1000, TimeProvider = time ?? TimeProvider.System },
        Cancel);

    protected void Set(string variable, string? value) => _environment.Set(variable, value);

    /// <summary>Writes a file under the home directory.</summary>
    /// <returns>Its full path.</returns>
    protected string Write(string name, string text)
    {
        string path = Path.Combine(Home, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
