using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.DataPlane;

/// <summary>Keys are kept open between calls, and yet what somebody changes holds from the next call on.</summary>
public sealed class KeyChangedElsewhereTests : IDisposable
{
    private readonly DataPlaneBench _bench = new();

    [Fact]
    public async Task A_key_that_another_process_disables_is_refused_at_the_next_call()
    {
        string arn = _bench.Usable("M6 AES_128 C");
        await Mac(arn);
        await Mac(arn);
        using (var worker = StoreWorker.Start(_bench.Exchange.Store.Home, 1, "stop", arn))
        {
            Assert.Equal([arn], worker.ReadToEnd());
        }

        Assert.Contains("disabled", (await Assert.ThrowsAsync<ValidationException>(() => Mac(arn))).Message, StringComparison.Ordinal);
        await _bench.Exchange.Service.Send(new StartKeyUsageRequest { KeyIdentifier = arn });
        await Mac(arn);
    }

    [Fact]
    public async Task An_alias_leads_to_its_new_key_and_a_deleted_key_nowhere()
    {
        string one = _bench.Usable("M6 AES_128 C");
        string other = _bench.Usable("M6 AES_192 C");
        await _bench.Exchange.Service.CreateAlias("alias/mac", one);
        string first = await Mac("alias/mac");
        await _bench.Exchange.Service.Send(new UpdateAliasRequest { AliasName = "alias/mac", KeyArn = other });
        Assert.NotEqual(first, await Mac("alias/mac"));
        await _bench.Exchange.Service.Send(new DeleteKeyRequest { KeyIdentifier = other });
        Assert.Contains("DELETE_PENDING", (await Assert.ThrowsAsync<ValidationException>(() => Mac("alias/mac"))).Message, StringComparison.Ordinal);
        await _bench.Exchange.Service.Send(new DeleteAliasRequest { AliasName = "alias/mac" });
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Mac("alias/mac"));
    }

    [Fact]
    public async Task A_key_whose_time_has_come_is_destroyed_before_it_would_be_used()
    {
        string arn = _bench.Usable("M6 AES_128 C");
        await Mac(arn);
        await _bench.Exchange.Service.CreateAlias("alias/mac", arn);
        await _bench.Exchange.Service.Send(new DeleteKeyRequest { KeyIdentifier = arn, DeleteKeyInDays = 3 });
        _bench.Exchange.Store.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Contains("DELETE_COMPLETE", (await Assert.ThrowsAsync<ValidationException>(() => Mac(arn))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Mac("alias/mac"));
        Assert.Equal([""], RawStore.Strings(_bench.Exchange.Store.DatabasePath,
            "SELECT ifnull(hex(material_sealed), '') FROM key WHERE state = 'DELETE_COMPLETE'"));
    }

    [Fact]
    public async Task A_store_that_somebody_else_holds_keeps_no_other_key_from_its_use()
    {
        string due = _bench.Usable("M6 AES_128 C");
        string other = _bench.Usable("M6 AES_192 C");
        await _bench.Exchange.Service.Send(new DeleteKeyRequest { KeyIdentifier = due, DeleteKeyInDays = 3 });
        using ILocalEngine engine = _bench.Exchange.Store.Open(static options => options with { BusyTimeout = TimeSpan.Zero });
        IPaymentCryptography service = engine.Default();
        _bench.Exchange.Store.Clock.Advance(TimeSpan.FromDays(3));
        using SqliteConnection holder = RawStore.Open(_bench.Exchange.Store.DatabasePath);
        RawStore.Execute(holder, "BEGIN IMMEDIATE");

        Assert.NotNull((await service.Send(MacRequest(other))).Mac);
        Assert.Contains("DELETE_PENDING", (await Assert.ThrowsAsync<ValidationException>(() => service.Send(MacRequest(due)))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreException>(() => service.Send(new GetKeyRequest { KeyIdentifier = other }));

        RawStore.Execute(holder, "ROLLBACK");
        Assert.Contains("DELETE_COMPLETE", (await Assert.ThrowsAsync<ValidationException>(() => service.Send(MacRequest(due)))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _bench.Dispose();

    private static GenerateMacRequest MacRequest(string identifier) => new()
    {
        KeyIdentifier = identifier,
        MessageData = "00112233",
        GenerationAttributes = new MacAttributes { Algorithm = MacAlgorithm.Cmac },
    };

    private async Task<string> Mac(string identifier)
    {
        JsonObject request = DataPlaneRequests.Json("MAC");
        request["KeyIdentifier"] = identifier;
        request["GenerationAttributes"] = new JsonObject { ["Algorithm"] = "CMAC" };
        return ((GenerateMacResponse)await _bench.Send("GenerateMac", request)).Mac!;
    }
}
