namespace PaymentCrypto.Api.Hosting;

/// <summary>
/// Starts endpoints: the AWS wire protocol in front of a provider. The one implementation lives behind the module's dependency wall
/// and is found by name (<c>PaymentCrypto.Endpoint.EndpointFactory</c>), with a public parameterless constructor.
/// </summary>
public interface IEndpointFactory
{
    /// <summary>Binds the address and begins to answer. It listens when this returns.</summary>
    /// <param name="options">Where it listens and whom it trusts.</param>
    /// <param name="providers">Who answers for an account and region, such as <see cref="ILocalEngine.ForScope"/>. Called from several threads.</param>
    /// <exception cref="InvalidConfigurationException">
    /// The address cannot be bound, or lies beyond loopback while no access key is configured, or an option is out of range.
    /// </exception>
    IEndpoint Start(EndpointOptions options, Func<AccountScope, IPaymentCryptography> providers);
}
