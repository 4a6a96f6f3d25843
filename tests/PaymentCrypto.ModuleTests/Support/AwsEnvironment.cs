using System.Collections;
using System.Runtime.CompilerServices;

namespace PaymentCrypto.ModuleTests.Support;

/// <summary>No test finds credentials, a region or an endpoint of whoever runs it, nor asks a network for them.</summary>
internal static class AwsEnvironment
{
    [ModuleInitializer]
    internal static void Clear()
    {
        foreach (string name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key))
        {
            if (name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase))
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }

        string nowhere = Path.Combine(Path.GetTempPath(), "paymentcrypto-no-such-directory");
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(nowhere, "credentials"));
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", Path.Combine(nowhere, "config"));
    }
}
