using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Aws.Client;
using PaymentCrypto.Aws.Credentials;
using PaymentCrypto.Aws.Errors;
using PaymentCrypto.Aws.Settings;

namespace PaymentCrypto.Aws;

/// <summary>AWS Payment Cryptography itself.</summary>
internal sealed class AwsPaymentCryptography(CredentialSource credentials, ClientSettings settings) : IAwsProvider
{
    // One per service: endpoint and protocol are settings of an SDK client. A session that stays on one plane opens one.
    private readonly Dictionary<Service, Lazy<WireClient>> _clients =
        Service.All.ToDictionary(service => service, service => new Lazy<WireClient>(() => new WireClient(credentials.Credentials, settings, service)));

    private bool _disposed;

    public string Region => settings.Region;

    public Uri Endpoint => settings.EndpointOf(Service.ControlPlane);

    public string CredentialSource => credentials.Description;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedByProviderException">It is an operation of the local engine alone; nothing was sent.</exception>
    public async Task<TResponse> SendAsync<TResponse>(ApiRequest<TResponse> request, CancellationToken cancel)
        where TResponse : ApiResponse
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ApiOperation operation = OperationCatalog.Of(request);
        cancel.ThrowIfCancellationRequested();
        try
        {
            // Off the caller's thread from here on: profiles are read, and a one-time code is asked for on the thread of the caller, who waits.
            await Task.Run(() => credentials.EnsureAsync(cancel), CancellationToken.None).ConfigureAwait(false);

            // The pipeline hears the token too, but not at every step of it.
            return (TResponse)await _clients[operation.Service].Value.SendAsync(operation, request, cancel).WaitAsync(cancel).ConfigureAwait(false);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (Exception exception) when (exception is not PaymentCryptographyException
            && Failures.Translate(exception, operation.Name, settings.EndpointOf(operation.Service)) is { } typed)
        {
            throw typed;
        }
    }

    public void Dispose()
    {
        _disposed = true;
        foreach (Lazy<WireClient> client in _clients.Values.Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }
    }
}
