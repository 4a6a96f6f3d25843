using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;
using PaymentCrypto.Providers;

namespace PaymentCrypto.Commands;

/// <summary>A cmdlet that asks a provider to do something.</summary>
public abstract class PcOperationCmdlet : PcCmdlet
{
    private ProviderConnection? _connection;

    private protected PcOperationCmdlet()
    {
    }

    /// <summary>Who shall do it: <c>Local</c>, <c>Aws</c>, or an object from Get-PcProvider. The session's provider unless given.</summary>
    [Parameter]
    [ProviderTransformation]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ValidateNotNull]
    public Provider? Provider { get; set; }

    /// <summary>The provider, opened on first use.</summary>
    private protected ProviderConnection Connection => _connection ??= Provider?.Settings is { } settings
        ? Connect(settings, keep: false)
        : Connect(SettingsOf(Provider?.ProviderName), keep: true);

    /// <summary>Carries out one operation and passes on what the provider has to say about it.</summary>
    private protected TResponse Send<TResponse>(ApiRequest<TResponse> request)
        where TResponse : ApiResponse
    {
        WriteVerbose($"{request.Operation}: {Connection}.");
        TResponse response = Follow(() => Connection.SendAsync(request, Stopped));
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
