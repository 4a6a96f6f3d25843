using PaymentCrypto.Api;

namespace PaymentCrypto.StoreWorker;

/// <summary>
/// Makes and deletes keys, and makes, moves and deletes aliases, of its own and ones that all workers fight over. Lines:
/// <c>+key ARN</c>, <c>-key ARN</c>, <c>+alias NAME</c>, <c>-alias NAME</c>, <c>=alias NAME ARN</c> (own aliases only).
/// </summary>
internal sealed class AliasWork(IPaymentCryptography service, int number)
{
    private const int Contested = 3;

    private readonly KeyWork _keys = new(service);
    private string _previous = string.Empty;

    /// <summary>One round.</summary>
    public async Task StepAsync(int step)
    {
        string key = (await _keys.CreateAsync(KeyAlgorithm.Aes128)).KeyArn!;
        Acknowledge.Line($"+key {key}");
        string own = $"alias/worker-{number}/{step % 4}";
        if (step < 4)
        {
            await service.SendAsync(new CreateAliasRequest { AliasName = own }, CancellationToken.None);
            Acknowledge.Line($"+alias {own}");
        }

        await service.SendAsync(new UpdateAliasRequest { AliasName = own, KeyArn = key }, CancellationToken.None);
        Acknowledge.Line($"=alias {own} {key}");
        await FightAsync($"alias/contested-{(step + number) % Contested}", step, key);

        // Every second key goes; whoever lives in the future destroys it.
        if (step % 2 == 1)
        {
            await service.SendAsync(new DeleteKeyRequest { KeyIdentifier = key, DeleteKeyInDays = 3 }, CancellationToken.None);
            Acknowledge.Line($"-key {key}");
        }
        else
        {
            _previous = key;
        }
    }

    private async Task FightAsync(string name, int step, string key)
    {
        try
        {
            await service.SendAsync(new CreateAliasRequest { AliasName = name, KeyArn = key }, CancellationToken.None);
            Acknowledge.Line($"+alias {name}");
        }
        catch (ConflictException)
        {
            // Another worker has it: that one's line says so.
        }

        try
        {
            await service.SendAsync(new UpdateAliasRequest { AliasName = name, KeyArn = _previous.Length > 0 ? _previous : key }, CancellationToken.None);
            if (step % 3 == number % 3)
            {
                await service.SendAsync(new DeleteAliasRequest { AliasName = name }, CancellationToken.None);
                Acknowledge.Line($"-alias {name}");
            }
        }
        catch (ResourceNotFoundException e) when (e.ResourceId == name)
        {
            // Another worker has deleted it.
        }
    }
}
