using System.Globalization;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Tests.Aws;
using PaymentCrypto.Tests.Local.Keys;
using PaymentCrypto.Tests.Local.Paging;

namespace PaymentCrypto.Tests.Contract;

/// <summary>
/// What holds for the service whoever answers. One set of tests, run three ways: the engine in this process, the AWS provider through
/// the endpoint, and the AWS provider to the shell in another process.
/// </summary>
public abstract class ProviderContract(IContractHost host)
{
    /// <summary>The account of the tests that do not care what else is in it.</summary>
    internal const long FirstAccount = 700000000000;

    /// <summary>How many accounts there are.</summary>
    internal const int Accounts = 64;

    private const string Team = "arn:aws:mpa:us-east-1:700000000000:approval-team/first";
    private const string Region = AccountScope.DefaultRegion;

    private static int LastAccount;

    [Fact]
    public async Task A_key_is_found_as_it_was_made_and_goes_through_its_states()
    {
        IPaymentCryptography service = await Service();
        Key made = await service.CreateKey(change: request => request with { Tags = [new Tag { Key = "where", Value = "Zürich, 東京 ☂" }] });

        Assert.Equal(made, await service.GetKey(made.KeyArn!));
        Assert.Equal(("Zürich, 東京 ☂", 1), await Only(service, made));
        Key stopped = (await service.Send(new StopKeyUsageRequest { KeyIdentifier = made.KeyArn })).Key!;
        Assert.Equal((false, true), (stopped.Enabled, stopped.UsageStopTimestamp is not null));
        Key started = (await service.Send(new StartKeyUsageRequest { KeyIdentifier = made.KeyArn })).Key!;
        Assert.Equal((true, true), (started.Enabled, started.UsageStartTimestamp >= stopped.UsageStopTimestamp));
        Key deleted = (await service.Send(new DeleteKeyRequest { KeyIdentifier = made.KeyArn, DeleteKeyInDays = 3 })).Key!;
        Assert.Equal((KeyState.DeletePending, true), (deleted.KeyState, deleted.DeletePendingTimestamp > deleted.CreateTimestamp));
        Assert.Equal(KeyState.CreateComplete, (await service.Send(new RestoreKeyRequest { KeyIdentifier = made.KeyArn })).Key!.KeyState);
        Assert.Equal(made.KeyCheckValue, (await service.GetKey(made.KeyArn!)).KeyCheckValue);
    }

    [Fact]
    public async Task An_alias_is_made_moved_emptied_and_deleted()
    {
        IPaymentCryptography service = await Service();
        string name = $"alias/contract-{Guid.NewGuid():n}";
        Key first = await service.CreateKey();
        Key second = await service.CreateKey();

        Assert.Equal(first.KeyArn, (await service.CreateAlias(name, first.KeyArn)).Alias!.KeyArn);
        Assert.Equal(first, await service.GetKey(name));
        await service.Send(new UpdateAliasRequest { AliasName = name, KeyArn = second.KeyArn });
        Assert.Equal(second.KeyArn, (await service.Send(new GetAliasRequest { AliasName = name })).Alias!.KeyArn);
        await service.Send(new UpdateAliasRequest { AliasName = name });
        Assert.Null((await service.Send(new GetAliasRequest { AliasName = name })).Alias!.KeyArn);
        await service.Send(new DeleteAliasRequest { AliasName = name });
        Assert.Equal(name, (await Assert.ThrowsAsync<ResourceNotFoundException>(() => service.Send(new GetAliasRequest { AliasName = name }))).ResourceId);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public async Task Listings_come_page_by_page_with_each_item_once(int size)
    {
        IPaymentCryptography service = await OwnAccount();
        for (int number = 0; number < 5; number++)
        {
            await service.CreateAlias($"alias/{number}", (await service.CreateKey()).KeyArn);
        }

        List<string> keys = await Pages.AllKeys(service, size);
        Assert.Equal((5, 5), (keys.Count, keys.Distinct().Count()));
        Assert.Equal(["alias/0", "alias/1", "alias/2", "alias/3", "alias/4"], (await Pages.AllAliases(service, size)).Order());
        await service.Send(new TagResourceRequest { ResourceArn = keys[0], Tags = [.. "abcde".Select(letter => new Tag { Key = $"{letter}", Value = "x" })] });
        Assert.Equal(["a", "b", "c", "d", "e"], (await Pages.AllTags(service, keys[0], size)).Order());
        await service.Send(new UntagResourceRequest { ResourceArn = keys[0], TagKeys = ["a", "b", "c", "d"] });
        Assert.Equal(["e"], await Pages.AllTags(service, keys[0], size));
        await Assert.ThrowsAsync<ValidationException>(() => service.Send(new ListKeysRequest { NextToken = "not one of yours" }));
    }

    [Fact]
    public async Task A_token_is_reused_by_the_rule_and_comes_with_its_chain()
    {
        IPaymentCryptography service = await Service();
        var import = new GetParametersForImportRequest
        {
            KeyMaterialType = KeyMaterialType.Tr34KeyBlock,
            WrappingKeyAlgorithm = KeyAlgorithm.Rsa2048,
            ReuseLastGeneratedToken = true
        };
        GetParametersForImportResponse first = await service.Send(import);
        GetParametersForImportResponse again = await service.Send(import);
        Assert.Equal(
            (first.ImportToken, first.WrappingKeyCertificate, first.WrappingKeyCertificateChain, first.ParametersValidUntilTimestamp),
            (again.ImportToken, again.WrappingKeyCertificate, again.WrappingKeyCertificateChain, again.ParametersValidUntilTimestamp));
        Assert.NotEqual(first.ImportToken, (await service.Send(import with { KeyMaterialType = KeyMaterialType.KeyCryptogram })).ImportToken);

        var export = new GetParametersForExportRequest { KeyMaterialType = KeyMaterialType.Tr34KeyBlock, SigningKeyAlgorithm = KeyAlgorithm.Rsa2048 };
        GetParametersForExportResponse made = await service.Send(export);
        Assert.NotEqual(made.ExportToken, (await service.Send(export)).ExportToken);
    }

    [Fact]
    public async Task A_key_goes_out_as_a_key_block_and_comes_back_as_the_same_key()
    {
        IPaymentCryptography service = await Service();
        Key kek = await service.CreateKey(KeyUsage.Tr31K1KeyBlockProtectionKey, KeyAlgorithm.Aes256);
        Key key = await service.CreateKey(KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Aes128);

        WrappedKey block = (await service.Send(new ExportKeyRequest
        {
            ExportKeyIdentifier = key.KeyArn,
            KeyMaterial = new ExportKeyMaterial { Tr31KeyBlock = new ExportTr31KeyBlock { WrappingKeyIdentifier = kek.KeyArn } },
        })).WrappedKey!;
        Key imported = (await service.Send(new ImportKeyRequest
        {
            KeyMaterial =
                new ImportKeyMaterial { Tr31KeyBlock = new ImportTr31KeyBlock { WrappingKeyIdentifier = kek.KeyArn, WrappedKeyBlock = block.KeyMaterial } },
        })).Key!;

        Assert.Equal((key.KeyAttributes, key.KeyCheckValue, KeyOrigin.External), (imported.KeyAttributes, imported.KeyCheckValue, imported.KeyOrigin));
        string damaged = block.KeyMaterial![..^1] + (block.KeyMaterial[^1] == '0' ? '1' : '0');
        await Assert.ThrowsAsync<ValidationException>(() => service.Send(new ImportKeyRequest
        {
            KeyMaterial = new ImportKeyMaterial { Tr31KeyBlock = new ImportTr31KeyBlock { WrappingKeyIdentifier = kek.KeyArn, WrappedKeyBlock = damaged } },
        }));
    }

    [Fact]
    public async Task A_key_pair_has_a_certificate_and_asks_for_one()
    {
        IPaymentCryptography service = await Service();
        Key pair = await service.CreateKey(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP256, "X");

        GetPublicKeyCertificateResponse certificate = await service.Send(new GetPublicKeyCertificateRequest { KeyIdentifier = pair.KeyArn });
        Assert.Contains("BEGIN CERTIFICATE", Encoding.ASCII.GetString(Convert.FromBase64String(certificate.KeyCertificate!)), StringComparison.Ordinal);
        Assert.NotEmpty(certificate.KeyCertificateChain!);
        GetCertificateSigningRequestResponse request = await service.Send(new GetCertificateSigningRequestRequest
        {
            KeyIdentifier = pair.KeyArn,
            SigningAlgorithm = SigningAlgorithmType.Sha256,
            CertificateSubject = new CertificateSubjectType { CommonName = "Käte" },
        });
        Assert.NotEmpty(request.CertificateSigningRequest!);
    }

    [Fact]
    public async Task A_policy_is_kept_letter_by_letter()
    {
        IPaymentCryptography service = await Service();
        string arn = (await service.CreateKey()).KeyArn!;
        string policy = """{ "Version":"2012-10-17", "Statement":[{"Sid":"a\u0062c","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:root"},"Action":"payment-cryptography:GetKey","Resource":"*"}] }""";

        Assert.Equal(policy, (await service.Send(new PutResourcePolicyRequest { ResourceArn = arn, Policy = policy })).Policy);
        Assert.Equal(policy, (await service.Send(new GetResourcePolicyRequest { ResourceArn = arn })).Policy);
        await service.Send(new DeleteResourcePolicyRequest { ResourceArn = arn });
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => service.Send(new GetResourcePolicyRequest { ResourceArn = arn }));
        await Assert.ThrowsAsync<PublicPolicyException>(() => service.Send(new PutResourcePolicyRequest
        {
            ResourceArn = arn,
            Policy = policy.Replace("{\"AWS\":\"arn:aws:iam::444455556666:root\"}", "\"*\"", StringComparison.Ordinal),
        }));
    }

    [Fact]
    public async Task Replicas_follow_their_key_and_each_region_has_its_own_defaults()
    {
        (long account, IPaymentCryptography service) = await Own();
        Key key = await service.CreateKey(change: request => request with { ReplicationRegions = [] });

        await service.Send(new AddKeyReplicationRegionsRequest { KeyIdentifier = key.KeyArn, ReplicationRegions = ["eu-west-1"] });
        IPaymentCryptography ireland = await host.For(new AccountScope(account.ToString(CultureInfo.InvariantCulture), "eu-west-1"));
        Assert.Equal(key.KeyCheckValue, Assert.Single((await ireland.Send(new ListKeysRequest())).Keys!).KeyCheckValue);
        await service.Send(new RemoveKeyReplicationRegionsRequest { KeyIdentifier = key.KeyArn, ReplicationRegions = ["eu-west-1"] });

        Assert.Equal(["us-west-2"],
            (await service.Send(new EnableDefaultKeyReplicationRegionsRequest { ReplicationRegions = ["us-west-2"] })).EnabledReplicationRegions!);
        Assert.Equal(["us-west-2"], (await service.Send(new GetDefaultKeyReplicationRegionsRequest())).EnabledReplicationRegions!);
        Assert.Empty((await ireland.Send(new GetDefaultKeyReplicationRegionsRequest())).EnabledReplicationRegions!);
        Assert.Empty((await service.Send(new DisableDefaultKeyReplicationRegionsRequest { ReplicationRegions = ["us-west-2"] })).EnabledReplicationRegions!);
    }

    [Fact]
    public async Task A_team_is_put_in_charge_and_is_asked_before_it_goes()
    {
        IPaymentCryptography service = await OwnAccount();
        MpaTeamAssociation team =
            (await service.Send(new AssociateMpaTeamRequest { Action = MpaOperation.ImportRootPublicKeyCertificate, MpaTeamArn = Team })).MpaTeamAssociation!;

        Assert.Equal(AssociationState.Active, team.AssociationState);
        Assert.Equal(team, (await service.Send(new GetMpaTeamAssociationRequest { Action = MpaOperation.ImportRootPublicKeyCertificate })).MpaTeamAssociation);
        MpaTeamAssociation going =
            (await service.Send(new DisassociateMpaTeamRequest { Action = MpaOperation.ImportRootPublicKeyCertificate })).MpaTeamAssociation!;
        Assert.Equal((AssociationState.DeletePending, SessionStatus.Pending), (going.AssociationState, going.MpaStatus!.Status));
        Assert.Equal(going, (await service.Send(new GetMpaTeamAssociationRequest { Action = MpaOperation.ImportRootPublicKeyCertificate })).MpaTeamAssociation);
    }

    [Fact]
    public async Task Errors_keep_their_type_status_and_resource()
    {
        IPaymentCryptography service = await Service();
        string nobody = $"arn:aws:payment-cryptography:{Region}:{FirstAccount}:key/abcdefghijklmnop";
        ResourceNotFoundException missing = await Assert.ThrowsAsync<ResourceNotFoundException>(() => service.GetKey(nobody));
        Assert.Equal((nobody, 404, "PcResourceNotFound"), (missing.ResourceId, missing.HttpStatus, missing.ErrorId));

        string name = $"alias/contract-{Guid.NewGuid():n}";
        await service.CreateAlias(name);
        Assert.Equal("PcConflict", (await Assert.ThrowsAsync<ConflictException>(() => service.CreateAlias(name))).ErrorId);
        Assert.Equal(400,
            (await Assert.ThrowsAsync<ValidationException>(() => service.CreateKey(KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Rsa2048))).HttpStatus);
        await Assert.ThrowsAsync<ValidationException>(() => service.Send(new GetKeyRequest()));
    }

    [Fact]
    public async Task An_account_sees_nothing_of_another()
    {
        Key key = await (await Service()).CreateKey();
        IPaymentCryptography other = await OwnAccount();

        Assert.Empty((await other.Send(new ListKeysRequest())).Keys!);
        await Assert.ThrowsAnyAsync<ServiceException>(() => other.GetKey(key.KeyArn!));
    }

    [Fact]
    public async Task A_request_that_is_called_off_is_not_sent()
    {
        IPaymentCryptography service = await OwnAccount();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            service.SendAsync(new CreateAliasRequest { AliasName = "alias/called-off" }, cancel.Token));
        Assert.Empty(await Pages.AllAliases(service, null));
    }

    [Fact]
    public async Task Every_operation_ends_as_it_does_in_an_engine_of_ones_own()
    {
        (long account, IPaymentCryptography service) = await Own();
        using var own = new LocalHost();
        IPaymentCryptography engine = await own.For(new AccountScope(account.ToString(CultureInfo.InvariantCulture), Region));
        foreach (ApiOperation operation in OperationCatalog.All)
        {
            ApiRequest request = operation.ReadRequest(Encoding.UTF8.GetBytes(SampleJson.Of(operation.RequestType).ToJsonString()));
            ServiceException? expected;
            try
            {
                expected = await Refusal(operation, engine, request);
            }
            catch (NotSupportedByProviderException)
            {
                continue;
            }

            ServiceException? refused = await Refusal(operation, service, request);

            Assert.Equal((expected?.ErrorId, expected?.Code, Detail(expected)), (refused?.ErrorId, refused?.Code, Detail(refused)));
            Assert.True(refused is null || operation.Errors.Contains(refused.Code), $"{operation.Name} answered {refused?.Code}.");
        }
    }

    private static async Task<ServiceException?> Refusal(ApiOperation operation, IPaymentCryptography service, ApiRequest request)
    {
        try
        {
            Assert.IsType(operation.ResponseType, await operation.SendAsync(service, request, TestContext.Current.CancellationToken));
            return null;
        }
        catch (ServiceException exception)
        {
            return exception;
        }
    }

    // Of what does not exist the wire has the id alone; of everything else it has the message.
    private static string? Detail(ServiceException? error) => error is ResourceNotFoundException missing ? missing.ResourceId : error?.Message;

    private static async Task<(string? Value, int Count)> Only(IPaymentCryptography service, Key key)
    {
        IReadOnlyList<Tag> tags = (await service.Send(new ListTagsForResourceRequest { ResourceArn = key.KeyArn })).Tags!;
        return (tags[0].Value, tags.Count);
    }

    private Task<IPaymentCryptography> Service() => host.For(new AccountScope(FirstAccount.ToString(CultureInfo.InvariantCulture), Region));

    private async Task<IPaymentCryptography> OwnAccount() => (await Own()).Service;

    private async Task<(long Account, IPaymentCryptography Service)> Own()
    {
        long account = FirstAccount + Interlocked.Increment(ref LastAccount);
        return (account, await host.For(new AccountScope(account.ToString(CultureInfo.InvariantCulture), Region)));
    }
}
