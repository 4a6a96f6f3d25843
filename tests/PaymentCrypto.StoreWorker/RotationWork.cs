using PaymentCrypto.Api;

namespace PaymentCrypto.StoreWorker;

/// <summary>Changes the master key over and over. A line tells that it begins, or that it has finished.</summary>
internal sealed class RotationWork(IPaymentCryptography service)
{
    /// <summary>Changes it once.</summary>
    public async Task StepAsync(int number)
    {
        Acknowledge.Line("begins");
        await service.SendAsync(new RotateMasterKeyRequest(), CancellationToken.None);
        Acknowledge.Line($"finished {number}");
    }
}
