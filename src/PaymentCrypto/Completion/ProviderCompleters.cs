using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the providers.</summary>
public sealed class ProviderCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public ProviderCompleter()
        : base(
            new CompletionValue(nameof(ProviderName.Local), "The engine in the module, on a store of this machine: no account, no network"),
            new CompletionValue(nameof(ProviderName.Aws), "AWS Payment Cryptography"))
    {
    }
}

/// <summary>Offers the profiles of the AWS tools' shared files, with what their names and regions are. Nothing else of the files is shown.</summary>
public sealed class ProfileCompleter : PcCompleter
{
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) =>
        from profile in AwsProfileNames.Read(request.Text("ProfileLocation"))
        select new CompletionValue(profile.Name, profile.Region is null ? $"Profile in {profile.File}" : $"Profile in {profile.File}, region {profile.Region}");
}

/// <summary>
/// Offers the regions that have the service, as known when this version was made. Where regions are taken away, those that there are:
/// of the key on the command line, or the account's default ones.
/// </summary>
public sealed class RegionCompleter : PcCompleter
{
    private static readonly string[] Regions =
    [
        "us-east-1", "us-east-2", "us-west-2", "ca-central-1", "sa-east-1", "eu-central-1", "eu-west-1", "eu-west-2", "eu-west-3",
        "af-south-1", "ap-northeast-1", "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1", "ap-southeast-2",
    ];

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) => request.CommandName switch
    {
        "Disable-PcDefaultReplicationRegion" => Defaults(request).Select(static region => new CompletionValue(region, $"New keys are replicated to {region}")),
        "Remove-PcKeyReplicationRegion" =>
            Replicas(request).Select(static replica => new CompletionValue(replica.Key, $"{replica.Key}: {replica.Value.Status}")),
        _ => Regions.Select(static region => new CompletionValue(region, $"AWS region {region}")),
    };

    private static IReadOnlyList<string> Defaults(CompletionRequest request) => ProviderQuery.Run<IReadOnlyList<string>>(
        request,
        nameof(GetDefaultKeyReplicationRegionsRequest),
        static async (connection, cancel) =>
            (await connection.SendAsync(new GetDefaultKeyReplicationRegionsRequest(), cancel).ConfigureAwait(false)).EnabledReplicationRegions!) ?? [];

    private static IEnumerable<KeyValuePair<string, ReplicationStatusType>> Replicas(CompletionRequest request) =>
        request.Text("KeyIdentifier") is not { } identifier
        ? []
        : ProviderQuery.Run(
            request,
            $"{nameof(GetKeyRequest)} {identifier}",
            async (connection, cancel) =>
            {
                string key = await connection.ToServiceFormAsync(identifier, cancel).ConfigureAwait(false);
                return (await connection.SendAsync(new GetKeyRequest { KeyIdentifier = key }, cancel).ConfigureAwait(false)).Key!.ReplicationStatus;
            }) ?? Enumerable.Empty<KeyValuePair<string, ReplicationStatusType>>();
}
