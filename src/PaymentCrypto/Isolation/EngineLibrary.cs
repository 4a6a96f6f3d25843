using System.Reflection;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Isolation;

/// <summary>
/// The one door in the dependency wall: makes the engines behind it, by type name, and hands them out as types of the contract.
/// Nothing is loaded before the first call, so that importing the module stays cheap.
/// </summary>
internal static class EngineLibrary
{
    private static readonly string LibraryDirectory =
        Path.Combine(Path.GetDirectoryName(typeof(EngineLibrary).Assembly.Location)!, "lib");

    private static readonly Lazy<EngineLoadContext> Context = new(() => new EngineLoadContext(LibraryDirectory));

    // Without a state of its own, one serves every runspace. A failure is not remembered.
    private static readonly Lazy<IKeyExchangeTools> Tools = new(
        static () => Create<IKeyExchangeTools>("PaymentCrypto.Local", "PaymentCrypto.Local.Tools.KeyExchangeTools"),
        LazyThreadSafetyMode.PublicationOnly);

    private static readonly Lazy<ICalculators> Calculating = new(
        static () => Create<ICalculators>("PaymentCrypto.Local", "PaymentCrypto.Local.Calculators.Calculators"),
        LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The calculators of the other side of a transaction.</summary>
    public static ICalculators Calculators => Calculating.Value;

    /// <summary>The tools of the other party in a key exchange.</summary>
    public static IKeyExchangeTools KeyExchangeTools => Tools.Value;

    /// <summary>Who looks after local stores.</summary>
    public static IStoreCare CreateStoreCare() => Create<IStoreCare>("PaymentCrypto.Local", "PaymentCrypto.Local.Care.StoreCare");

    /// <summary>The factory of the local engine.</summary>
    public static ILocalEngineFactory CreateLocalEngineFactory() =>
        Create<ILocalEngineFactory>("PaymentCrypto.Local", "PaymentCrypto.Local.LocalEngineFactory");

    /// <summary>The factory of AWS providers.</summary>
    public static IAwsProviderFactory CreateAwsProviderFactory() =>
        Create<IAwsProviderFactory>("PaymentCrypto.Aws", "PaymentCrypto.Aws.AwsProviderFactory");

    /// <summary>The factory of endpoints.</summary>
    public static IEndpointFactory CreateEndpointFactory() =>
        Create<IEndpointFactory>("PaymentCrypto.Endpoint", "PaymentCrypto.Endpoint.EndpointFactory");

    private static T Create<T>(string assemblyName, string typeName)
    {
        try
        {
            Assembly assembly = Context.Value.LoadFromAssemblyName(new AssemblyName(assemblyName));
            return (T)Activator.CreateInstance(assembly.GetType(typeName, throwOnError: true)!)!;
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or TypeLoadException)
        {
            throw new InvalidConfigurationException(
                "PcModuleIncomplete",
                $"The module's library folder '{LibraryDirectory}' does not have a usable {assemblyName}.dll.",
                exception)
            {
                RecommendedAction = "Install the module again, or build it again with 'dotnet build'.",
            };
        }
    }
}
