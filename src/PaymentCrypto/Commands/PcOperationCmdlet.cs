using System.Globalization;
using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Completion;
using PaymentCrypto.Providers;

namespace PaymentCrypto.Commands;

/// <summary>A cmdlet that asks a provider to do something.</summary>
public abstract class PcOperationCmdlet : PcCmdlet
{
    private ProviderConnection? _connection;
    private bool? _isVerbose;
    private bool? _isDebugging;

    private protected PcOperationCmdlet()
    {
    }

    /// <summary>Who carries it out: <c>Local</c>, <c>Aws</c>, or an object from Get-PcProvider. Unless given, the provider of the session.</summary>
    [Parameter]
    [ProviderTransformation]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ValidateNotNull]
    public Provider? Provider { get; set; }

    /// <summary>The provider, opened on first use.</summary>
    private protected ProviderConnection Connection => _connection ??= Provider?.Settings is { } settings
        ? Connect(settings, keep: false)
        : Connect(SettingsOf(Provider?.ProviderName), keep: true);

    // Looked up once: a pipeline of thousands asks for each of them.
    private bool IsVerbose => _isVerbose ??= IsOn("Verbose");

    private bool IsDebugging => _isDebugging ??= IsOn("Debug");

    /// <summary>Carries out one operation and passes on what the provider has to say about it.</summary>
    private protected TResponse Send<TResponse>(ApiRequest<TResponse> request)
        where TResponse : ApiResponse => Connection.IsImmediate(request)
        ? Send(request, () => Wait(Connection.SendHereAsync(request, Stopped)))
        : Send(request, () => Connection.SendAsync(request, Stopped), meanwhile: null);

    /// <summary>The same, with a way of its own to start the operation.</summary>
    /// <param name="request">The request.</param>
    /// <param name="start">Starts it.</param>
    /// <param name="meanwhile">Called now and then while it runs.</param>
    private protected TResponse Send<TResponse>(ApiRequest<TResponse> request, Func<Task<TResponse>> start, Action? meanwhile = null)
        where TResponse : ApiResponse => Send(request, () => Follow(start, meanwhile));

    private TResponse Send<TResponse>(ApiRequest<TResponse> request, Func<TResponse> carryOut)
        where TResponse : ApiResponse
    {
        if (IsVerbose)
        {
            WriteVerbose($"{request.Operation}: {Connection}.");
        }

        if (IsDebugging)
        {
            WriteDebug($"{request.Operation} request, in characters: {ProtocolSizes.Of(request)}.");
        }

        if (!IsReading(request.Operation))
        {
            Session.Answers.Forget();
        }

        long began = TimeProvider.System.GetTimestamp();
        TResponse response = carryOut();
        if (IsVerbose)
        {
            WriteVerbose($"{request.Operation}: {CallStory.Of(response)}; "
                + $"{TimeProvider.System.GetElapsedTime(began).TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture)} ms.");
        }

        if (IsDebugging)
        {
            WriteDebug($"{request.Operation} response, in characters: {ProtocolSizes.Of(response)}.");
        }

        foreach (string warning in response.Metadata.Warnings)
        {
            WriteWarning(warning);
        }

        if (response.Metadata.RequestId is { } requestId)
        {
            WriteVerbose($"{request.Operation}: request id {requestId}.");
        }

        return response;
    }

    private bool IsOn(string stream) => MyInvocation.BoundParameters.TryGetValue(stream, out object? bound)
        ? LanguagePrimitives.IsTrue(bound)
        : GetVariableValue(stream + "Preference") is not (null or ActionPreference.SilentlyContinue or ActionPreference.Ignore);

    // The service's names say what its operations do; the data plane writes nothing.
    private static bool IsReading(string operation) => OperationCatalog.Find(operation)?.Service == Service.DataPlane
        || operation.StartsWith("Get", StringComparison.Ordinal)
        || operation.StartsWith("List", StringComparison.Ordinal);

    private protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _connection?.Dispose();
            _connection = null;
        }

        base.Dispose(disposing);
    }
}
