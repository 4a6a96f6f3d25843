using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Completion;
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
    private const string ProfileSet = "Profile";
    private const string KeysSet = "Keys";
    private const string CredentialSet = "Credential";
    private const string ObjectSet = "Object";

    /// <summary>The provider. Naming it starts from its defaults; otherwise the session's provider is changed.</summary>
    [Parameter(ParameterSetName = SettingsSet, Position = 0)]
    [Parameter(ParameterSetName = PathSet, Position = 0)]
    [Parameter(ParameterSetName = InMemorySet, Position = 0)]
    [Parameter(ParameterSetName = ProfileSet, Position = 0)]
    [Parameter(ParameterSetName = KeysSet, Position = 0)]
    [Parameter(ParameterSetName = CredentialSet, Position = 0)]
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

    /// <summary>The region, for example <c>us-east-1</c>, or a RegionEndpoint of the AWS tools.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InMemorySet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [RegionTransformation]
    [ArgumentCompleter(typeof(RegionCompleter))]
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

    /// <summary>The profile of the AWS tools' files that has the credentials, and the settings unless they are given here.</summary>
    [Parameter(ParameterSetName = ProfileSet, Mandatory = true)]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>The AWS credentials file.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Alias("AWSProfilesLocation")]
    [ValidateNotNullOrEmpty]
    public string? ProfileLocation { get; set; }

    /// <summary>The AWS access key id.</summary>
    [Parameter(ParameterSetName = KeysSet, Mandatory = true)]
    [Alias("AK")]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>The AWS secret access key: a SecureString, or a string, which the command history then has.</summary>
    [Parameter(ParameterSetName = KeysSet, Mandatory = true)]
    [Alias("SK", "SecretAccessKey")]
    [SecretTransformation]
    public SecureString? SecretKey { get; set; }

    /// <summary>The session token that belongs to temporary keys.</summary>
    [Parameter(ParameterSetName = KeysSet)]
    [Alias("ST")]
    [SecretTransformation]
    public SecureString? SessionToken { get; set; }

    /// <summary>
    /// AWSCredentials of any copy of the AWS SDK, the output of the AWS tools' credential cmdlets, a PSCredential with the access key
    /// as its user name, or any object with AccessKeyId, SecretAccessKey and SessionToken.
    /// </summary>
    [Parameter(ParameterSetName = CredentialSet, Mandatory = true)]
    [ValidateNotNull]
    public object? Credential { get; set; }

    /// <summary>The URL of the endpoint, in place of the region's.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [ArgumentCompleter(typeof(EndpointUrlCompleter))]
    [ValidateNotNull]
    public Uri? EndpointUrl { get; set; }

    /// <summary>Use the region's FIPS endpoint.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    public SwitchParameter UseFips { get; set; }

    /// <summary>Use the region's endpoint for IPv6 and IPv4.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    public SwitchParameter UseDualStack { get; set; }

    /// <summary>How many times a request is sent at most.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [ValidateRange(1, 100)]
    public int? MaxAttempts { get; set; }

    /// <summary>How attempts are spaced: <c>Standard</c>, or <c>Adaptive</c>, which also slows down while the service throttles.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    public AwsRetryMode? RetryMode { get; set; }

    /// <summary>How long one attempt may take, in seconds; 60 unless set.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Alias("Timeout")]
    [ValidateRange(1, 3600)]
    public int? TimeoutSec { get; set; }

    /// <summary>Return the provider.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? ErrorTarget => Path ?? (object?)Name;

    private protected override void Execute()
    {
        ProviderSettings settings = ParameterSetName == ObjectSet ? Known(InputObject!) : WithStored(Selected());
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
        // For AWS that says nothing: profiles and environment variables may have changed since.
        ProviderConnection connection = (settings.Name == ProviderName.Local ? Session.Find(settings) : null) ?? Open(settings);
        if (settings.Local.MemoryStore is not null && TimeOffset is { } offset)
        {
            settings.Local.Clock.Offset = offset;
        }

        Session.Choose(connection);
        WriteVerbose($"This session uses the {connection}.");
        if (PassThru)
        {
            WriteObject(new Provider(settings, connection.StorePath, connection.Aws));
        }
    }

    private AwsSettings AwsSelection() => new()
    {
        Caller = Credential is null
            ? new AwsCaller { ProfileName = ProfileName, AccessKey = AccessKey, SecretKey = SecretKey, SessionToken = SessionToken }
            : AwsCredentialObject.Read(Credential),
        ProfileLocation = ProfileLocation is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(ProfileLocation),
        EndpointUrl = EndpointUrl,
        UseFips = Given(UseFips, nameof(UseFips)),
        UseDualStack = Given(UseDualStack, nameof(UseDualStack)),
        MaxAttempts = MaxAttempts,
        RetryMode = RetryMode,
        Timeout = TimeoutSec is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };

    private bool? Given(SwitchParameter value, string name) => MyInvocation.BoundParameters.ContainsKey(name) ? value.IsPresent : null;

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
        Aws = AwsSelection(),
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
