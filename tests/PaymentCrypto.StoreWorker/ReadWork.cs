using PaymentCrypto.Api;

namespace PaymentCrypto.StoreWorker;

/// <summary>Lists the keys and exports nothing: reads only. A line is a key's ARN.</summary>
internal sealed class ReadWork(IPaymentCryptography service)
{
    /// <summary>Lists them once.</summary>
    public async Task StepAsync(int number)
    {
        foreach (KeySummary key in (await service.SendAsync(new ListKeysRequest(), CancellationToken.None)).Keys ?? [])
        {
            Acknowledge.Line(key.KeyArn!);
        }
    }
}
