using PaymentCrypto.Api;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.KeyStates;

/// <summary>Leads a real key along a path of the model, and compares it after every event.</summary>
/// <param name="service">Who has the key.</param>
/// <param name="now">The service's clock.</param>
/// <param name="pass">Moves it.</param>
internal sealed class KeyPathReplay(IPaymentCryptography service, Func<DateTimeOffset> now, Action<TimeSpan> pass)
{
    public async Task Run(bool isEnabled, IReadOnlyList<string> path)
    {
        Key made = await service.CreateKey(
            KeyUsage.Tr31D0SymmetricDataEncryptionKey, KeyAlgorithm.Aes128, change: request => request with { Enabled = isEnabled });
        var model = ModelledKey.Made(isEnabled, now());
        Assert.Equal(model, Shown(made));
        foreach (string happens in path)
        {
            pass(ModelledKey.TimeOf(happens));
            ModelledKey? next = model.After(happens, now());
            bool isRefused = await IsRefused(happens, made.KeyArn!);
            Assert.True(isRefused == next is null, $"'{happens}' in {string.Join(", ", path)} from {model}: {(isRefused ? "refused" : "taken")}");
            model = next ?? model;
            Assert.Equal((string.Join(", ", path), model), (string.Join(", ", path), Shown(await service.GetKey(made.KeyArn!))));
        }
    }

    private static ModelledKey Shown(Key key) =>
        new(key.KeyState!, key.Enabled == true, key.UsageStartTimestamp, key.UsageStopTimestamp, key.DeletePendingTimestamp, key.DeleteTimestamp);

    private async Task<bool> IsRefused(string happens, string arn)
    {
        try
        {
            await (happens switch
            {
                "start" => service.Send(new StartKeyUsageRequest { KeyIdentifier = arn }),
                "stop" => service.Send(new StopKeyUsageRequest { KeyIdentifier = arn }),
                "delete" => service.Send(new DeleteKeyRequest { KeyIdentifier = arn, DeleteKeyInDays = ModelledKey.DeletionDays }),
                "restore" => service.Send(new RestoreKeyRequest { KeyIdentifier = arn }),
                "use" => service.Send(new EncryptDataRequest
                {
                    KeyIdentifier = arn,
                    PlainText = new string('0', 32),
                    EncryptionAttributes = new EncryptionDecryptionAttributes { Symmetric = new SymmetricEncryptionAttributes { Mode = EncryptionMode.Ecb } },
                }),
                _ => Task.CompletedTask,
            });
            return false;
        }
        catch (ValidationException)
        {
            return true;
        }
    }
}
