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

    /// <summary>The provider. Naming it starts from its defaults; otherwise the session's provider is changed.</summary>
    [Parameter(Position = 0)]
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

    /// <summary>The passphrase of the local store. A new store is protected by it.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = PathSet)]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    /// <summary>The account, 12 digits.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AccountId { get; set; }

    /// <summary>The region, for example <c>us-east-1</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>What the local engine does where AWS's documentation and its own working samples disagree.</summary>
    [Parameter]
    public Conformance? Conformance { get; set; }

    /// <summary>Added to the local engine's clock, to rehearse expiry without waiting.</summary>
    [Parameter]
    public TimeSpan? TimeOffset { get; set; }

    /// <summary>Return the provider.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? ErrorTarget => Path ?? (object?)Name;

    private protected override void Execute()
    {
        ProviderSettings settings = new ProviderSelection
        {
            Name = Name,
            Directory = Path is null ? null : ResolveDirectory(Path),
            InMemory = InMemory.IsPresent,
            Passphrase = Passphrase,
            AccountId = AccountId,
            Region = Region,
            Conformance = Conformance,
            TimeOffset = TimeOffset,
        }.ApplyTo(Session);
        if (!ShouldProcess(settings.ToString(), "Use as this session's provider"))
        {
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

    private string ResolveDirectory(string path)
    {
        string resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out System.Management.Automation.ProviderInfo provider, out _);
        return provider.Name == "FileSystem" ? resolved : throw new InvalidConfigurationException(
            "PcPathNotFileSystem",
            $"The path '{path}' is in the PowerShell provider {provider.Name}: a store needs a directory in the file system.");
    }
}
