using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.Keys;

/// <summary>Gets keys by ARN, id or alias, or lists those of the account and region.</summary>
/// <remarks>
/// <para>
/// Without a key it lists all of them, page by page, and stops reading when the pipeline stops. The listing of the service has no
/// timestamps, aliases or origin, so each key that passes the filters is asked for; -Summary leaves that out.
/// </para>
/// </remarks>
/// <seealso cref="NewPcKeyCommand"/>
/// <seealso cref="KeyExchange.ImportPcKeyCommand"/>
/// <seealso cref="Aliases.GetPcKeyAliasCommand"/>
/// <seealso cref="Tags.GetPcKeyTagCommand"/>
[Cmdlet(VerbsCommon.Get, "PcKey", DefaultParameterSetName = ListSet)]
[OutputType(typeof(Key))]
public sealed class GetPcKeyCommand : PcItemCmdlet
{
    private const string ListSet = "List";
    private const string KeySet = "Key";
    private const int PageSize = 100;

    private AliasDirectory? _aliases;

    /// <summary>
    /// The keys: ARN, key id, <c>alias/name</c> or alias ARN, or objects that have one of them. With wildcards: the keys of which
    /// the ARN, the id or an alias fits.
    /// </summary>
    [Parameter(ParameterSetName = KeySet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyArn", "ResourceArn", "AliasName", "KeyAlias", "KeyId")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] KeyIdentifier { get; set; } = [];

    /// <summary>Only keys of these usages. Wildcards, and the two characters of TR-31 such as <c>P0</c>.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Alias("KeyUsage")]
    [ArgumentCompleter(typeof(KeyUsageCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Usage { get; set; }

    /// <summary>Only keys of these algorithms. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Alias("KeyAlgorithm")]
    [ArgumentCompleter(typeof(AnyKeyAlgorithmCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Algorithm { get; set; }

    /// <summary>Only keys of these classes. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Alias("KeyClass")]
    [ArgumentCompleter(typeof(KeyClassCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Class { get; set; }

    /// <summary>Only keys in these states. Wildcards are allowed; a single state is asked of the service.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Alias("KeyState")]
    [ArgumentCompleter(typeof(KeyStateCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? State { get; set; }

    /// <summary>Only keys with these check values, hex. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Alias("Kcv")]
    [ArgumentCompleter(typeof(StoredCheckValueCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [CheckValueTransformation]
    public string[]? KeyCheckValue { get; set; }

    /// <summary>Only enabled keys; with <c>-Enabled:$false</c> only disabled ones.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Enabled { get; set; }

    /// <summary>Only exportable keys; with <c>-Exportable:$false</c> only the others.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Exportable { get; set; }

    /// <summary>
    /// Return what the service's listing has and no more: one call for 100 keys, instead of one more for each key. There are no
    /// timestamps, aliases, origin and replicas then.
    /// </summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Summary { get; set; }

    private AliasDirectory Aliases => _aliases ??= new AliasDirectory(Send);

    private protected override void Execute()
    {
        if (ParameterSetName == KeySet)
        {
            ForEach(KeyIdentifier, Get);
        }
        else
        {
            List(Filter(), name: null);
        }
    }

    private void Get(string identifier)
    {
        if (WildcardPattern.ContainsWildcardCharacters(identifier))
        {
            List(new KeyFilter(), Wildcard.Parse(identifier, WildcardOptions.None));
            return;
        }

        Api.Key key = Send(new GetKeyRequest { KeyIdentifier = ToServiceForm(identifier) }).Key!;
        WriteObject(Complete(key, static (aliases, arn) => aliases.ReadOne(arn)));
    }

    private void List(KeyFilter filter, WildcardPattern? name)
    {
        var request = new ListKeysRequest { MaxResults = PageSize, KeyState = OneState() };
        do
        {
            ListKeysResponse page = Send(request);
            foreach (KeySummary summary in page.Keys!.Where(filter.Matches))
            {
                if (name is null || IsNamed(summary.KeyArn!, name))
                {
                    Begin(summary.KeyArn!);
                    WriteObject(Summary ? new Key(summary, Connection.Origin) : Detail(summary));
                }
            }

            request = request with { NextToken = page.NextToken };
        }
        while (request.NextToken is not null);
    }

    private Key Detail(KeySummary summary)
    {
        try
        {
            Api.Key key = Send(new GetKeyRequest { KeyIdentifier = summary.KeyArn }).Key!;
            return Complete(key, static (aliases, arn) => aliases.Of(arn));
        }
        catch (ResourceNotFoundException)
        {
            // It went away between the page and this call, or its record has nothing more to tell.
            return new Key(summary, Connection.Origin);
        }
    }

    private Key Complete(Api.Key key, Func<AliasDirectory, string, string[]> aliasesOf)
    {
        var result = new Key(key, Connection.Origin);
        try
        {
            result.Aliases = aliasesOf(Aliases, key.KeyArn!);
        }
        catch (ServiceException exception)
        {
            // Whoever may read a key, perhaps another account's, need not be allowed to list aliases.
            WriteVerbose($"The aliases of {key.KeyArn} are not known: {exception.Message}");
        }

        return result;
    }

    private bool IsNamed(string keyArn, WildcardPattern name) =>
        name.IsMatch(keyArn) || name.IsMatch(Values.KeyIdentifier.KeyId(keyArn)) || Aliases.Of(keyArn).Any(name.IsMatch);

    private string? OneState() => State is [var state] && !WildcardPattern.ContainsWildcardCharacters(state) ? KnownValue.Of(Api.KeyState.All, state) : null;

    private KeyFilter Filter() => new()
    {
        Usage = KeyFilter.Patterns(Usage?.Select(KnownValue.UsagePattern)),
        Algorithm = KeyFilter.Patterns(Algorithm),
        Class = KeyFilter.Patterns(Class),
        State = OneState() is null ? KeyFilter.Patterns(State) : null,
        KeyCheckValue = KeyFilter.Patterns(KeyCheckValue),
        Enabled = MyInvocation.BoundParameters.ContainsKey(nameof(Enabled)) ? Enabled.IsPresent : null,
        Exportable = MyInvocation.BoundParameters.ContainsKey(nameof(Exportable)) ? Exportable.IsPresent : null,
    };
}
