using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Local.Keys;

/// <summary>The state machine of a key, with the timestamps that the user guide shows.</summary>
public sealed class KeyLifecycleTests : IDisposable
{
    private readonly TemporaryStore _store = new();
    private readonly ILocalEngine _engine;
    private readonly IPaymentCryptography _service;

    public KeyLifecycleTests()
    {
        _engine = _store.Open();
        _service = _engine.Default();
    }

    public void Dispose()
    {
        _engine.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task A_new_key_is_complete_enabled_and_described_in_full()
    {
        Key key = await _service.CreateKey();

        Assert.Matches("^arn:aws:payment-cryptography:us-east-1:111122223333:key/[a-z2-7]{16}$", key.KeyArn);
        Assert.Equal((KeyState.CreateComplete, true, true), (key.KeyState, key.Enabled, key.Exportable));
        Assert.Equal((KeyOrigin.AwsPaymentCryptography, KeyCheckValueAlgorithm.AnsiX924), (key.KeyOrigin, key.KeyCheckValueAlgorithm));
        Assert.Matches("^[0-9A-F]{6}$", key.KeyCheckValue);
        Assert.Equal(TemporaryStore.Start, key.CreateTimestamp);
        Assert.Equal(TemporaryStore.Start, key.UsageStartTimestamp);
        Assert.Null(key.UsageStopTimestamp);
        Assert.Equal(key, await _service.GetKey(key.KeyArn!));
    }

    [Fact]
    public async Task Stop_and_start_switch_the_key_and_its_timestamps()
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        _store.Clock.Advance(TimeSpan.FromHours(1));
        Key stopped = (await _service.Send(new StopKeyUsageRequest { KeyIdentifier = arn })).Key!;
        _store.Clock.Advance(TimeSpan.FromHours(1));
        Key started = (await _service.Send(new StartKeyUsageRequest { KeyIdentifier = arn })).Key!;

        Assert.Equal((false, null, TemporaryStore.Start.AddHours(1)), (stopped.Enabled, stopped.UsageStartTimestamp, stopped.UsageStopTimestamp!.Value));
        Assert.Equal((true, TemporaryStore.Start.AddHours(2), null), (started.Enabled, started.UsageStartTimestamp!.Value, started.UsageStopTimestamp));
        Assert.Equal(started, (await _service.Send(new StartKeyUsageRequest { KeyIdentifier = arn })).Key);
    }

    [Theory]
    [InlineData(null, 7)]
    [InlineData(3, 3)]
    [InlineData(180, 180)]
    public async Task Deletion_waits_and_can_be_taken_back_until_its_time_comes(int? asked, int days)
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        Key pending = (await _service.Send(new DeleteKeyRequest { KeyIdentifier = arn, DeleteKeyInDays = asked })).Key!;

        Assert.Equal((KeyState.DeletePending, false), (pending.KeyState, pending.Enabled));
        Assert.Equal(TemporaryStore.Start.AddDays(days), pending.DeletePendingTimestamp);
        _store.Clock.Advance(TimeSpan.FromDays(days) - TimeSpan.FromMilliseconds(1));
        Key restored = (await _service.Send(new RestoreKeyRequest { KeyIdentifier = arn })).Key!;
        Assert.Equal((KeyState.CreateComplete, false, null), (restored.KeyState, restored.Enabled, restored.DeletePendingTimestamp));
        Assert.NotNull(restored.UsageStopTimestamp);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(181)]
    public async Task A_waiting_period_out_of_range_is_refused(int days)
    {
        string arn = (await _service.CreateKey()).KeyArn!;

        ValidationException error = await Assert.ThrowsAsync<ValidationException>(() =>
            _service.Send(new DeleteKeyRequest { KeyIdentifier = arn, DeleteKeyInDays = days }));

        Assert.Equal("PcMemberInvalid", error.ErrorId);
        Assert.Equal(KeyState.CreateComplete, (await _service.GetKey(arn)).KeyState);
    }

    [Fact]
    public async Task When_its_time_has_come_any_engine_destroys_the_key_and_only_its_record_stays()
    {
        string arn = (await _service.CreateKey(change: request => request with { Tags = [new Tag { Key = "team", Value = "cards" }] })).KeyArn!;
        await _service.CreateAlias("alias/doomed", arn);
        await _service.Send(new DeleteKeyRequest { KeyIdentifier = arn, DeleteKeyInDays = 3 });
        Assert.NotEqual("", RawStore.Strings(_store.DatabasePath, "SELECT hex(material_sealed) FROM key")[0]);
        _store.Clock.Advance(TimeSpan.FromDays(3));

        // Another engine, as another process would have: opening the store is enough.
        _store.Open().Dispose();

        Assert.Equal("", RawStore.Strings(_store.DatabasePath, "SELECT ifnull(hex(material_sealed), '') FROM key")[0]);
        Key gone = await _service.GetKey(arn);
        Assert.Equal((KeyState.DeleteComplete, TemporaryStore.Start.AddDays(3)), (gone.KeyState, gone.DeleteTimestamp!.Value));
        Assert.Null(gone.DeletePendingTimestamp);
        Assert.Null((await _service.Send(new GetAliasRequest { AliasName = "alias/doomed" })).Alias!.KeyArn);
        Assert.Empty((await _service.Send(new ListTagsForResourceRequest { ResourceArn = arn })).Tags!);
        Assert.Equal([arn], (await _service.ListKeys(KeyState.DeleteComplete)).Select(key => key.KeyArn));
        Assert.Empty(await _service.ListKeys(KeyState.CreateComplete));
        ValidationException error = await Assert.ThrowsAsync<ValidationException>(() => _service.Send(new RestoreKeyRequest { KeyIdentifier = arn }));
        Assert.Contains("DELETE_COMPLETE", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deletion_that_another_process_asked_for_is_carried_out_by_an_engine_that_had_seen_none()
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        Assert.Equal(KeyState.CreateComplete, (await _service.GetKey(arn)).KeyState);
        using (ILocalEngine other = _store.Open())
        {
            await other.Default().Send(new DeleteKeyRequest { KeyIdentifier = arn, DeleteKeyInDays = 3 });
        }

        _store.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(KeyState.DeleteComplete, (await _service.GetKey(arn)).KeyState);
    }

    [Fact]
    public async Task Calls_that_a_state_does_not_allow_are_refused_and_change_nothing()
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        await AssertRefused(new RestoreKeyRequest { KeyIdentifier = arn }, "not in DELETE_PENDING state");
        await _service.Send(new DeleteKeyRequest { KeyIdentifier = arn });
        Key before = await _service.GetKey(arn);

        await AssertRefused(new DeleteKeyRequest { KeyIdentifier = arn }, "not in CREATE_COMPLETE state");
        await AssertRefused(new StartKeyUsageRequest { KeyIdentifier = arn }, "not in CREATE_COMPLETE state");
        await AssertRefused(new StopKeyUsageRequest { KeyIdentifier = arn }, "not in CREATE_COMPLETE state");

        Assert.Equal(before, await _service.GetKey(arn));
    }

    [Theory]
    [InlineData("alias/nothing")]
    [InlineData("arn:aws:payment-cryptography:us-east-1:111122223333:key/aaaaaaaaaaaaaaaa")]
    [InlineData("arn:aws:payment-cryptography:eu-west-1:111122223333:key/aaaaaaaaaaaaaaaa")]
    public async Task A_key_that_is_not_there_is_named_as_it_was_asked_for(string identifier)
    {
        ResourceNotFoundException error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => _service.GetKey(identifier));

        Assert.Equal(identifier, error.ResourceId);
    }

    [Theory]
    [InlineData("ov6icy4ryas4zcza")]
    [InlineData("alias/with space")]
    [InlineData("arn:aws:kms:us-east-1:111122223333:key/aaaaaaaaaaaaaaaa")]
    public async Task An_identifier_of_another_form_is_refused_by_the_service_model(string identifier) =>
        Assert.Equal("PcMemberInvalid", (await Assert.ThrowsAsync<ValidationException>(() => _service.GetKey(identifier))).ErrorId);

    [Fact]
    public async Task The_quota_counts_keys_that_exist_and_frees_destroyed_ones()
    {
        using ILocalEngine small = _store.Open(options => options with { Quotas = new ServiceQuotas { Keys = 2 } });
        IPaymentCryptography service = small.Default();
        string first = (await service.CreateKey()).KeyArn!;
        await service.CreateKey();

        ServiceQuotaExceededException error = await Assert.ThrowsAsync<ServiceQuotaExceededException>(() => service.CreateKey());
        Assert.Equal(402, error.HttpStatus);
        await service.Send(new DeleteKeyRequest { KeyIdentifier = first, DeleteKeyInDays = 3 });
        await Assert.ThrowsAsync<ServiceQuotaExceededException>(() => service.CreateKey());
        _store.Clock.Advance(TimeSpan.FromDays(3));
        await service.CreateKey();
    }

    [Fact]
    public async Task The_rate_limit_is_off_unless_asked_for_and_then_throttles_by_the_second()
    {
        using ILocalEngine limited = _store.Open(options => options with { Quotas = new ServiceQuotas { RequestsPerSecond = 5 } });
        for (int i = 0; i < 5; i++)
        {
            await limited.Default().ListKeys();
            await _service.ListKeys();
        }

        await Assert.ThrowsAsync<ThrottlingException>(() => limited.Default().ListKeys());
        await _service.ListKeys();
        _store.Clock.Advance(TimeSpan.FromMilliseconds(200));
        await limited.Default().ListKeys();
        await Assert.ThrowsAsync<ThrottlingException>(() => limited.Default().ListKeys());
    }

    [Fact]
    public async Task A_malformed_request_does_not_count_against_the_rate()
    {
        using ILocalEngine limited = _store.Open(options => options with { Quotas = new ServiceQuotas { RequestsPerSecond = 1 } });
        for (int i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<ValidationException>(() => limited.Default().Send(new ListKeysRequest { MaxResults = 0 }));
        }

        await limited.Default().ListKeys();
        await Assert.ThrowsAsync<ThrottlingException>(() => limited.Default().ListKeys());
    }

    [Fact]
    public async Task A_certificate_or_public_key_that_was_swapped_outside_is_not_handed_out()
    {
        Key first = await _service.CreateKey(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP256, "X");
        Key second = await _service.CreateKey(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP256, "X");
        foreach (Key key in new[] { first, second })
        {
            await _service.Send(new GetPublicKeyCertificateRequest { KeyIdentifier = key.KeyArn });
        }

        foreach (string column in new[] { "certificate", "public_key" })
        {
            RawStore.Execute(_store.DatabasePath, $"UPDATE key SET {column} = (SELECT {column} FROM key WHERE sequence = 2) WHERE sequence = 1");
            VaultException error =
                await Assert.ThrowsAsync<VaultException>(() => _service.Send(new GetPublicKeyCertificateRequest { KeyIdentifier = first.KeyArn }));
            Assert.Equal("PcVaultSecretAltered", error.ErrorId);
        }
    }

    [Theory]
    [InlineData("UPDATE key SET exportable = 1")]
    [InlineData("UPDATE key SET key_usage = 'TR31_K0_KEY_ENCRYPTION_KEY'")]
    [InlineData("UPDATE key SET modes_of_use = 256")]
    [InlineData("UPDATE key SET kcv = '000000'")]
    public async Task A_key_whose_unchangeable_facts_were_edited_outside_no_longer_opens(string edit)
    {
        Key key = await _service.CreateKey(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP256, "X",
            request => request with { Exportable = false });
        RawStore.Execute(_store.DatabasePath, edit);

        VaultException error = await Assert.ThrowsAsync<VaultException>(() => _service.Send(new GetCertificateSigningRequestRequest
        {
            KeyIdentifier = key.KeyArn,
            SigningAlgorithm = SigningAlgorithmType.Sha256,
            CertificateSubject = new CertificateSubjectType { CommonName = "test" },
        }));

        Assert.Equal("PcVaultSecretAltered", error.ErrorId);
    }

    private async Task AssertRefused<T>(ApiRequest<T> request, string reason)
        where T : ApiResponse
    {
        ValidationException error = await Assert.ThrowsAsync<ValidationException>(() => _service.Send(request));
        Assert.Equal("PcValidation", error.ErrorId);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
