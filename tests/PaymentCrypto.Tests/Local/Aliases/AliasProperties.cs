using FsCheck.Xunit;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Aliases;

public sealed class AliasProperties : IDisposable
{
    private readonly TemporaryStore _store = new();
    private readonly ILocalEngine _engine;

    public AliasProperties() => _engine = _store.Open(options => options with { InMemory = true });

    public void Dispose()
    {
        _engine.Dispose();
        _store.Dispose();
    }

    [Property(Arbitrary = [typeof(AliasNames)], MaxTest = 100)]
    public async Task Every_valid_name_can_be_made_found_moved_listed_and_given_up(AliasName name)
    {
        IPaymentCryptography service = _engine.Default();
        string arn = (await service.CreateKey()).KeyArn!;

        await service.CreateAlias(name.Text);
        await service.Send(new UpdateAliasRequest { AliasName = name.Text, KeyArn = arn });

        Assert.Equal(arn, (await service.GetKey(name.Text)).KeyArn);
        Assert.Equal(arn, (await service.GetKey("arn:aws:payment-cryptography:us-east-1:111122223333:" + name.Text)).KeyArn);
        Assert.Equal([name.Text], (await service.Send(new ListAliasesRequest { KeyArn = arn })).Aliases!.Select(alias => alias.AliasName));
        await Assert.ThrowsAsync<ConflictException>(() => service.CreateAlias(name.Text));
        await service.Send(new DeleteAliasRequest { AliasName = name.Text });
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => service.GetKey(name.Text));
    }
}
