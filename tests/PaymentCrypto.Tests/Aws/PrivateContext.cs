using System.Reflection;
using System.Runtime.Loader;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Aws;

/// <summary>The module's situation: the provider and the AWS SDK in a context of their own, and the contract shared with everyone.</summary>
internal sealed class PrivateContext() : AssemblyLoadContext("private", isCollectible: false)
{
    private const string Provider = "PaymentCrypto.Aws";

    public IAwsProviderFactory CreateFactory() =>
        (IAwsProviderFactory)Activator.CreateInstance(LoadFromAssemblyName(new AssemblyName(Provider)).GetType($"{Provider}.AwsProviderFactory",
            throwOnError: true)!)!;

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name is { } name && (name == Provider || name.StartsWith("AWSSDK.", StringComparison.Ordinal))
        ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name + ".dll"))
        : null;
}
