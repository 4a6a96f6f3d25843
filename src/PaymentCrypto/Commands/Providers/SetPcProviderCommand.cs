using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Commands.Store;
using PaymentCrypto.Completion;
using PaymentCrypto.Providers;
using PaymentCrypto.Sessions;

namespace PaymentCrypto.Commands.Providers;

/// <summary>Chooses the provider of this session and its settings.</summary>
/// <remarks>
/// <para>
/// The provider is opened at once: a wrong passphrase or a damaged store fails here, and the former provider stays. Naming a provider or a
/// store starts from the environment; otherwise only what is named changes. The setting belongs to this session (runspace) alone.
/// </para>
/// <para>
/// The environment variables are PAYMENTCRYPTO_PROVIDER, PAYMENTCRYPTO_HOME, PAYMENTCRYPTO_ACCOUNT_ID, PAYMENTCRYPTO_REGION and
/// PAYMENTCRYPTO_PASSPHRASE.
/// </para>
/// <para>
/// Credentials for AWS are looked for where the AWS tools do: what is given here, $StoredAWSCredentials, the environment, profiles, and the
/// roles of container and instance. Nothing is sent to AWS before the first cmdlet that asks it for something.
/// </para>
/// </remarks>
/// <seealso cref="GetPcProviderCommand"/>
/// <seealso cref="StartPcEndpointCommand"/>
/// <seealso cref="UpdatePcVaultMasterKeyCommand"/>
/// <seealso>about_PaymentCrypto_Local</seealso>
/// <seealso>about_PaymentCrypto_Aws</seealso>
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

    /// <summary>Local or Aws. Naming the provider starts from its defaults; otherwise the settings of the session's provider are changed.</summary>
    [Parameter(ParameterSetName = SettingsSet, Position = 0)]
    [Parameter(ParameterSetName = PathSet, Position = 0)]
    [Parameter(ParameterSetName = InMemorySet, Position = 0)]
    [Parameter(ParameterSetName = ProfileSet, Position = 0)]
    [Parameter(ParameterSetName = KeysSet, Position = 0)]
    [Parameter(ParameterSetName = CredentialSet, Position = 0)]
    [Alias("Provider")]
    public ProviderName? Name { get; set; }

    /// <summary>The directory of the local store, made if it is not there. Wildcards have no meaning in it.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true)]
    [Alias("LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Keep a new, empty local store in memory. It ends with the session.</summary>
    [Parameter(ParameterSetName = InMemorySet, Mandatory = true)]
    public SwitchParameter InMemory { get; set; }

    /// <summary>
    /// A provider as Get-PcProvider showed it in this process: back to it, whatever was chosen since. Nothing is opened or made.
    /// </summary>
    [Parameter(ParameterSetName = ObjectSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Provider? InputObject { get; set; }

    /// <summary>The passphrase of the local store. A new store is protected by it.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = PathSet)]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    /// <summary>The account that the local engine answers for, 12 digits. On AWS the credentials decide it.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InMemorySet)]
    [ValidateNotNullOrEmpty]
    public string? AccountId { get; set; }

    /// <summary>
    /// The region, for example us-east-1, or a RegionEndpoint of the AWS tools. For AWS, unless given: $StoredAWSRegion,
    /// PAYMENTCRYPTO_REGION, AWS_REGION, AWS_DEFAULT_REGION, the profile, the instance.
    /// </summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InMemorySet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Alias("RegionToCall")]
    [RegionTransformation]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>
    /// What the local engine does where AWS's documentation and its own working samples disagree. Observed accepts what has been seen to work,
    /// with a warning; Documented refuses it.
    /// </summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InMemorySet)]
    public Conformance? Conformance { get; set; }

    /// <summary>How many keys the local engine allows in an account and region.</summary>
    /// <value>2000</value>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InMemorySet)]
    [ValidateRange(0, int.MaxValue)]
    public int? KeyQuota { get; set; }

    /// <summary>How many aliases the local engine allows in an account and region.</summary>
    /// <value>2000</value>
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

    /// <summary>Added to the clock of the local engine, to rehearse expiry without waiting: 25.00:00:00 is 25 days. 0 goes back to now.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = InMemorySet)]
    public TimeSpan? TimeOffset { get; set; }

    /// <summary>
    /// The profile of the AWS tools that has the credentials, and the settings that are not given here. It chooses the Aws provider.
    /// </summary>
    [Parameter(ParameterSetName = ProfileSet, Mandatory = true)]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>The AWS credentials file; the file config beside it belongs to it.</summary>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Alias("AWSProfilesLocation")]
    [ValidateNotNullOrEmpty]
    public string? ProfileLocation { get; set; }

    /// <summary>The AWS access key id. It chooses the Aws provider.</summary>
    [Parameter(ParameterSetName = KeysSet, Mandatory = true)]
    [Alias("AK")]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>The AWS secret access key: a SecureString, or a string, which the command history then has. It is never shown.</summary>
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
    /// Who calls AWS: AWSCredentials of any copy of the AWS SDK, what the credential cmdlets of AWS.Tools return, a PSCredential with the
    /// access key id as its user name, or any object with AccessKeyId, SecretAccessKey and SessionToken. It chooses the Aws provider.
    /// </summary>
    [Parameter(ParameterSetName = CredentialSet, Mandatory = true)]
    [ValidateNotNull]
    public object? Credential { get; set; }

    /// <summary>The URL of the endpoint in place of the region's, for example that of Start-PcEndpoint.</summary>
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

    /// <summary>
    /// How many times a request is sent to AWS at most. Unless set here, in the environment or in the profile, 3. -Verbose shows every retry.
    /// </summary>
    /// <value>3</value>
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

    /// <summary>How long one attempt at a request to AWS may take, in seconds.</summary>
    /// <value>60</value>
    [Parameter(ParameterSetName = SettingsSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Alias("Timeout")]
    [ValidateRange(1, 3600)]
    public int? TimeoutSec { get; set; }

    /// <summary>Return the provider as Get-PcProvider shows it.</summary>
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
            settings.Local.Clock.Move(offset);
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

    private string ResolveDirectory(string path) => ResolveFile(path, "a store needs a directory");
}
