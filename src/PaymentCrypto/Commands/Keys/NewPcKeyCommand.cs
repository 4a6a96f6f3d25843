using System.Collections;
using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.Keys;

/// <summary>Makes a key inside the service.</summary>
/// <remarks>
/// <para>
/// The key is made by the service and never leaves it, unless it is exportable (-Exportable) and exported. It is not exportable by itself: a
/// key that turns out to be held too tightly is replaced with less harm than one that could have leaked. Usage, algorithm, modes of use and
/// exportability cannot be changed later. Objects with Usage, Algorithm and other properties, such as the lines of a CSV file, make one key
/// each.
/// </para>
/// </remarks>
/// <seealso cref="GetPcKeyCommand"/>
/// <seealso cref="KeyExchange.ImportPcKeyCommand"/>
/// <seealso cref="Aliases.SetPcKeyAliasCommand"/>
/// <seealso cref="RemovePcKeyCommand"/>
[Cmdlet(VerbsCommon.New, "PcKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Key))]
public sealed class NewPcKeyCommand : PcChangeCmdlet
{
    /// <summary>What the key is for: a TR-31 usage, or its two characters such as <c>P0</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyUsage", "KeyAttributes_KeyUsage")]
    [ArgumentCompleter(typeof(KeyUsageCompleter))]
    [ValidateNotNullOrEmpty]
    public string Usage { get; set; } = string.Empty;

    /// <summary>Algorithm and length, for example AES_128, TDES_2KEY, RSA_2048 or ECC_NIST_P256. Tab offers those that the usage allows.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyAlgorithm", "KeyAttributes_KeyAlgorithm")]
    [ArgumentCompleter(typeof(KeyAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string Algorithm { get; set; } = string.Empty;

    /// <summary>
    /// What the key may do: names such as Encrypt and Decrypt, or one letter of TR-31. Unless given, what a key of its usage is made for: B for
    /// PIN, data and key encryption, C for MACs and card verification, X for derivation and key agreement, S for signatures.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("KeyModesOfUse", "ModeOfUse")]
    [ArgumentCompleter(typeof(ModesOfUseCompleter))]
    [ValidateModesOfUse]
    public string[]? ModesOfUse { get; set; }

    /// <summary>The key's class: SYMMETRIC_KEY or ASYMMETRIC_KEY_PAIR. Unless given, the one that goes with the algorithm.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("KeyClass", "KeyAttributes_KeyClass")]
    [ArgumentCompleter(typeof(KeyClassCompleter))]
    public string? Class { get; set; }

    /// <summary>Let the key be exported. Without it the key never leaves the service, and that cannot be changed later.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public SwitchParameter Exportable { get; set; }

    /// <summary>Make the key disabled: Enable-PcKey lets it be used.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public SwitchParameter Disabled { get; set; }

    /// <summary>
    /// A new alias for the key. There is no key if the alias cannot be had, and no alias without its key: the local engine makes both in
    /// one transaction; on AWS the alias is taken before, and given back if the key cannot be made.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AliasName")]
    public string? Alias { get; set; }

    /// <summary>Tags: a hashtable of names and values, for example @{ env = 'test' }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [TagTransformation]
    public Hashtable? Tag { get; set; }

    /// <summary>
    /// How the check value is computed. Unless given, as the algorithm's standard says: ANSI_X9_24 for TDES, CMAC for AES, HMAC for HMAC keys.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(KeyCheckValueAlgorithmCompleter))]
    public string? KeyCheckValueAlgorithm { get; set; }

    /// <summary>The only usage of keys derived from this one, for key agreement (ECC, usage K3): a TR-31 usage or its two characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DeriveKeyUsageCompleter))]
    public string? DeriveKeyUsage { get; set; }

    /// <summary>Regions to replicate the key to, instead of the account's default ones. An empty list replicates it to none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ReplicationRegions")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [AllowEmptyCollection]
    public string[]? ReplicationRegion { get; set; }

    private protected override void Execute()
    {
        Begin(Usage);
        CreateKeyRequest request = Request();
        WriteVerbose(
            $"{request.KeyAttributes!.KeyClass}, modes of use {KeyText.Modes(Api.ModesOfUse.Names(request.KeyAttributes.KeyModesOfUse))}"
            + $"{(ModesOfUse is { Length: > 0 } ? string.Empty : " as usual for this usage")}, {(Exportable ? "exportable" : "not exportable")}.");
        string? alias = string.IsNullOrEmpty(Alias) ? null : Values.KeyIdentifier.ToAliasName(Alias);
        string target = $"{request.KeyAttributes.KeyUsage}, {request.KeyAttributes.KeyAlgorithm}{(alias is null ? string.Empty : $", {alias}")}";
        if (!ShouldChange(target, "Create the key"))
        {
            return;
        }

        if (alias is null)
        {
            WriteObject(new Key(Send(request).Key!, Connection.Origin) { Aliases = [] });
        }
        else
        {
            Begin(alias);
            if (Connection.IsLocal)
            {
                CreateKeyWithAliasResponse both = Send(new CreateKeyWithAliasRequest { Key = request, AliasName = alias });
                WriteObject(new Key(both.Key, Connection.Origin) { Aliases = [alias] });
            }
            else
            {
                ReserveAndCreate(request, alias);
            }
        }
    }

    // The service knows no key with an alias, so the alias is taken first: a key whose alias is somebody else's could not be taken back.
    private void ReserveAndCreate(CreateKeyRequest request, string alias)
    {
        // Nothing that is done to the alias carries the cmdlet's own cancellation: a request that is broken off may have been carried
        // out all the same, and nobody would know whose alias it is.
        CreateAliasRequest take = new() { AliasName = alias };
        Task<CreateAliasResponse>? taking = null;
        Task<CreateKeyResponse>? making = null;
        Key? key = null;
        try
        {
            Send(take, () => taking = Connection.SendAsync(take, CancellationToken.None));
            key = new Key(Send(request, () => making = Connection.SendAsync(request, Stopped)).Key!, Connection.Origin) { Aliases = [] };
        }
        finally
        {
            if (key is null && taking is not null)
            {
                // The key may be there although its caller was stopped before it was told.
                if (making is { IsCompletedSuccessfully: true })
                {
                    AwaitEnd(Connection.SendAsync(new UpdateAliasRequest { AliasName = alias, KeyArn = making.Result.Key!.KeyArn }, CancellationToken.None));
                }
                else
                {
                    GiveBack(alias, taking);
                }
            }
        }

        // The key exists from here on, so it is shown whatever happens to the alias.
        UpdateAliasRequest point = new() { AliasName = alias, KeyArn = key.KeyArn };
        Task<UpdateAliasResponse> pointing = Connection.SendAsync(point, CancellationToken.None);
        try
        {
            Attempt(() =>
            {
                Send(point, () => pointing);
                key.Aliases = [alias];
            });
        }
        finally
        {
            if (AwaitEnd(pointing) && !pointing.IsCompletedSuccessfully)
            {
                // On a full disk, for one: an alias of no key would be in the way of the next try.
                GiveBack(alias, taking!);
            }
        }

        WriteObject(key);
    }

    // Never in place of the error that led here.
    private void GiveBack(string alias, Task<CreateAliasResponse> taking)
    {
        if (!AwaitEnd(taking))
        {
            _ = taking.ContinueWith(_ => Remove(alias), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            return;
        }

        if (!taking.IsCompletedSuccessfully)
        {
            // It was refused, so it is somebody else's; or nobody can say whose it is.
            return;
        }

        Task<bool> removing = Task.Run(() => Remove(alias));
        if (!AwaitEnd(removing) || !removing.IsCompletedSuccessfully)
        {
            WriteWarning($"The alias '{alias}' was made for a key that did not get it, and could not be removed again: use Remove-PcKeyAlias.");
        }
    }

    // Only while it is as it was made: somebody may have given it to a key of his own meanwhile.
    private async Task<bool> Remove(string alias)
    {
        GetAliasResponse present = await Connection.SendAsync(new GetAliasRequest { AliasName = alias }, CancellationToken.None).ConfigureAwait(false);
        if (present.Alias?.KeyArn is null)
        {
            await Connection.SendAsync(new DeleteAliasRequest { AliasName = alias }, CancellationToken.None).ConfigureAwait(false);
        }

        return true;
    }

    // As long as it takes, on a slow disk too: what is left behind half-made would be in the way of the next try. Whoever has pressed
    // Ctrl+C is not kept for ever; the work goes on by itself then.
    private bool AwaitEnd(Task task)
    {
        WaitHandle end = ((IAsyncResult)task).AsyncWaitHandle;
        return WaitHandle.WaitAny([end, Stopped.WaitHandle]) == 0 || end.WaitOne(TimeSpan.FromSeconds(10));
    }

    private CreateKeyRequest Request()
    {
        string? usage = KnownValue.OfUsage(Api.KeyUsage.All, Usage);
        string? algorithm = KnownValue.Of(Api.KeyAlgorithm.All, Algorithm);
        return new CreateKeyRequest
        {
            KeyAttributes = new KeyAttributes
            {
                KeyUsage = usage,
                KeyAlgorithm = algorithm,
                KeyClass = KnownValue.Of(Api.KeyClass.All, Class) ?? ClassOf(algorithm!),
                KeyModesOfUse = Modes(usage),
            },
            Exportable = Exportable.IsPresent,
            Enabled = !Disabled.IsPresent,
            KeyCheckValueAlgorithm = KnownValue.Of(Api.KeyCheckValueAlgorithm.All, KeyCheckValueAlgorithm),
            DeriveKeyUsage = KnownValue.OfUsage(Api.DeriveKeyUsage.All, DeriveKeyUsage),
            Tags = Tag is null ? null : TagHashtable.ToTags(Tag),
            ReplicationRegions = ReplicationRegion,
        };
    }

    private static string ClassOf(string algorithm) =>
        algorithm.StartsWith("RSA", StringComparison.Ordinal) || algorithm.StartsWith("ECC", StringComparison.Ordinal)
            ? KeyClass.AsymmetricKeyPair
            : KeyClass.SymmetricKey;

    private KeyModesOfUse Modes(string? usage) => Api.ModesOfUse.Parse(
        ModesOfUse is { Length: > 0 } ? ModesOfUse : KeyUsageGuide.Find(usage) is { } guide ? [guide.ModeOfUse] : []);
}
