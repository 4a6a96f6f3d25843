using System.Diagnostics;
using System.Globalization;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Benchmarks;

/// <summary>A change of the master key, which seals every secret of the store anew, in a store of 20,000 keys on the disk.</summary>
internal sealed class ResealScenario : Scenario
{
    private const int Keys = 20_000;

    public override string Name => "reseal";

    public override async Task RunAsync(Report report)
    {
        using ScratchStore scratch = new();
        using ILocalEngine engine = scratch.Open(keyPairStock: 0, new ServiceQuotas { Keys = int.MaxValue, Aliases = int.MaxValue });
        IPaymentCryptography service = engine.ForScope(ScratchStore.Scope);
        CreateKeyRequest request = new()
        {
            Exportable = true,
            KeyAttributes = new KeyAttributes
            {
                KeyUsage = KeyUsage.Tr31P0PinEncryptionKey,
                KeyClass = KeyClass.SymmetricKey,
                KeyAlgorithm = KeyAlgorithm.Aes128,
                KeyModesOfUse = new KeyModesOfUse { Encrypt = true, Decrypt = true, Wrap = true, Unwrap = true },
            },
        };
        for (int made = 0; made < Keys; made++)
        {
            await service.SendAsync(request, CancellationToken.None);
        }

        for (int round = 0; round < 5; round++)
        {
            long start = Stopwatch.GetTimestamp();
            await service.SendAsync(new RotateMasterKeyRequest(), CancellationToken.None);
            double rate = Keys / Stopwatch.GetElapsedTime(start).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Keys:N0} secrets sealed anew: {rate:N0} a second, {rate / 20_000:0.0} times the target"));
        }
    }
}
