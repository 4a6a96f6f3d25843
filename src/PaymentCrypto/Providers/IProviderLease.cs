namespace PaymentCrypto.Providers;

/// <summary>One use of something that several connections hold open together. It closes with its last lease.</summary>
internal interface IProviderLease : IDisposable
{
    /// <summary>A further lease on the same thing.</summary>
    IProviderLease Share();
}
