using PaymentCrypto.Api;

namespace PaymentCrypto.Tests.Contract;

/// <summary>A way to reach the service. It lives as long as the tests of one class.</summary>
public interface IContractHost : IDisposable
{
    /// <summary>The service for an account and region.</summary>
    Task<IPaymentCryptography> For(AccountScope scope);
}
