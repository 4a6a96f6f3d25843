using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Providers;

namespace PaymentCrypto.Commands;

/// <summary>
/// Chooses the provider of this session and its settings. The provider is opened at once, so that a wrong passphrase or a
/// damaged store fails here, and then the former provider stays.
/// </summary>
[Cmdlet(VerbsCommon.Set, "PcProvider", SupportsShouldProcess = true, DefaultParameterSetName = SettingsSet)]
[OutputType(typeof(Provider))]
public sealed class SetPcProviderCommand : PcCmdlet
{
    private const string SettingsSet = "Settings";
    private const string PathSet = "Path";
    private const string InMemorySet = "InMemory";
    private const string ObjectSet = "Object";

    /// <summary>The provider. Naming it starts from its defaults; otherwise the session's provider is changed.</summary>
    [Parameter(ParameterSetName = SettingsSet, Position = 0)]
    [Parameter(ParameterSetName = PathSet, Position = 0)]
    [Parameter(ParameterSetName = InMemorySet, Position = 0)]
    [Alias("Provider")]
    public ProviderName? Name { get; set; }

    /// <summary>The directory of the local store, made if it is not there. Taken literally: wildcards have no meaning in it.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true)]
    [Alias("LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Keep a new, empty local store in memory.</summary>
    [Parameter(ParameterSetName = InMemorySet, Mandatory = true)]
    public SwitchParameter InMemory { get; set; }

    /// <summary>A provider as Get-PcProvider showed it in this process: back to it, whatever was chosen since.</summary>
    [Parameter(ParameterSetName = ObjectSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Provider? InputObject { get; set; }

    /// <summary>The passphrase of the local store. A new store is protected by it.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = PathSet)]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    /// <summary>The account, 12 digits.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InMemorySet)]
    [ValidateNotNullOrEmpty]
    public string? AccountId { get; set; }

    /// <summary>The region, for example <c>us-east-1</c>.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InMemorySet)]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>What the local engine does where AWS's documentation and its own working samples disagree.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InMemorySet)]
    public Conformance? Conformance { get; set; }

    /// <summary>How many keys the local engine allows in an account and region; 2000 unless set.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InMemorySet)]
    [ValidateRange(0, int.MaxValue)]
    public int? KeyQuota { get; set; }

    /// <summary>How many aliases the local engine allows in an account and region; 2000 unless set.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InMemorySet)]
    [ValidateRange(0, int.MaxValue)]
    public int? AliasQuota { get; set; }

    /// <summary>
    /// How many requests a second the local engine allows, to rehearse throttling: AWS allows 5. With 0, as unless set, any number.
    /// </summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InMemorySet)]
    [ValidateRange(0, int.MaxValue)]
    public int? RequestsPerSecond { get; set; }

    /// <summary>Added to the local engine's clock, to rehearse expiry without waiting.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InMemorySet)]
    public TimeSpan? TimeOffset { get; set; }

    /// <summary>Return the provider.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? ErrorTarget => Path ?? (object?)Name;

    private protected override void Execute()
    {
        ProviderSettings settings = ParameterSetName == ObjectSet ? Known(InputObject!) : Selected();
        if (!ShouldProcess(settings.ToString(), "Use as this session's provider"))
        {
            return;
        }

        if (ParameterSetName == ObjectSet)
        {
            // It was in use before, or would have been: going back to it opens nothing, and makes no store.
            Session.Return(settings);
            if (PassThru)
            {
                WriteObject(new Provider(settings, ProviderFactory.StorePath(settings)));
            }

            return;
        }

        // Opened now, so that what does not work fails here. What the session has open with the very same settings does work.
        ProviderConnection connection = Session.Find(settings) ?? Open(settings);
        if (settings.Local.MemoryStore is not null && TimeOffset is { } offset)
        {
            settings.Local.Clock.Offset = offset;
        }

        Session.Choose(connection);
        WriteVerbose($"This session uses the provider {settings}.");
        if (PassThru)
        {
            WriteObject(new Provider(settings, connection.StorePath));
        }
    }

    private ProviderSettings Selected() => new ProviderSelection
    {
        Name = Name,
        Directory = Path is null ? null : ResolveDirectory(Path),
        InMemory = InMemory.IsPresent,
        Passphrase = Passphrase,
        AccountId = AccountId,
        Region = Region,
        Conformance = Conformance,
        KeyQuota = KeyQuota,
        AliasQuota = AliasQuota,
        RequestsPerSecond = RequestsPerSecond,
        TimeOffset = TimeOffset,
    }.ApplyTo(Session);

    private static ProviderSettings Known(Provider provider) => provider.Settings ?? throw new InvalidConfigurationException(
        "PcProviderGone", "The provider came through remoting, a job or a file: it is only a description. Give its settings to Set-PcProvider instead.");

    private string ResolveDirectory(string path)
    {
        string resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out System.Management.Automation.ProviderInfo provider, out _);
        return provider.Name == "FileSystem" ? resolved : throw new InvalidConfigurationException(
            "PcPathNotFileSystem",
            $"The path '{path}' is in the PowerShell provider {provider.Name}: a store needs a directory in the file system.");
    }
}
