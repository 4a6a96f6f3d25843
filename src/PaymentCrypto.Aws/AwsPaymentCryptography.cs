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
    private readonly WireClient _client = new(credentials.Credentials, settings);
    private bool _disposed;

    public string Region => settings.Region;

    public Uri Endpoint => settings.Endpoint;

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
            await credentials.EnsureAsync(cancel).ConfigureAwait(false);

            // The pipeline hears the token too, but not at every step of it.
            return (TResponse)await _client.SendAsync(operation, request, cancel).WaitAsync(cancel).ConfigureAwait(false);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (Exception exception) when (exception is not PaymentCryptographyException && Failures.Translate(exception, operation.Name, Endpoint) is { } typed)
        {
            throw typed;
        }
    }

    public void Dispose()
    {
        _disposed = true;
        _client.Dispose();
    }
}
