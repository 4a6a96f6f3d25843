namespace PaymentCrypto.Api.Hosting;

/// <summary>
/// Opens AWS providers. The one implementation lives behind the module's dependency wall and is found by name, with a public
/// parameterless constructor.
/// </summary>
public interface IAwsProviderFactory
{
    /// <summary>
    /// Settles region, endpoint and the source of the credentials. Nothing is sent to the service, and credentials are obtained with
    /// the first request; only the region may have to be asked of the instance metadata.
    /// </summary>
    /// <param name="options">Where AWS is and who calls.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="AwsConfigurationException">Something is missing or wrong.</exception>
    Task<IAwsProvider> OpenAsync(AwsProviderOptions options, CancellationToken cancel);
}
