using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Runtime.InteropServices;
using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Commands.Providers;
using PaymentCrypto.Completion;
using PaymentCrypto.Endpoints;

namespace PaymentCrypto.Commands;

/// <summary>Puts the local engine behind the wire protocol of AWS.</summary>
/// <remarks>
/// <para>
/// Any AWS SDK, the AWS CLI and this module can then use the local engine in place of the service, for every account and region: an access
/// key id of 12 digits is its own account, and the region is the one that a request is signed for. The environment variables that point an
/// SDK there are printed, one NAME=value on a line. The endpoint runs beside the session until Stop-PcEndpoint, or until the session, the
/// module or the process ends.
/// </para>
/// </remarks>
/// <seealso cref="StopPcEndpointCommand"/>
/// <seealso cref="GetPcEndpointCommand"/>
/// <seealso cref="AddPcEndpointFaultCommand"/>
/// <seealso cref="SetPcProviderCommand"/>
[Cmdlet(VerbsLifecycle.Start, "PcEndpoint", SupportsShouldProcess = true)]
[OutputType(typeof(ServiceEndpoint))]
public sealed class StartPcEndpointCommand : PcOperationCmdlet
{
    private static readonly TimeSpan LogInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>The TCP port. 0 picks a free one.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, IPEndPoint.MaxPort)]
    public int Port { get; set; }

    /// <summary>The address to listen on. Beyond this machine an access key is needed.</summary>
    /// <value>127.0.0.1</value>
    [Parameter]
    [ArgumentCompleter(typeof(ListenAddressCompleter))]
    [ValidateNotNull]
    public IPAddress ListenAddress { get; set; } = IPAddress.Loopback;

    /// <summary>
    /// The access key id that requests must be signed with. Unless given, signatures are not looked at, and every program on this machine
    /// may call.
    /// </summary>
    [Parameter]
    [Alias("AK")]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>The secret key of AccessKey: a SecureString, or a string, which the command history then has. It is never shown.</summary>
    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    [SecretTransformation]
    public SecureString? SecretKey { get; set; }

    /// <summary>The session token that has to come with the access key.</summary>
    [Parameter]
    [Alias("ST")]
    [SecretTransformation]
    public SecureString? SessionToken { get; set; }

    /// <summary>More access keys that requests may be signed with: the access key id as user name, the secret key as password.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public PSCredential[] Credential { get; set; } = [];

    /// <summary>
    /// Which account each access key id belongs to, for example <c>@{ AKIDEXAMPLE = '444455556666' }</c>. An access key id of 12 digits
    /// is its own account; any other belongs to the account of the session's provider.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary AccountMapping { get; set; } = new Hashtable();

    /// <summary>
    /// Faults to rehearse from the start, as hash tables: @{ Kind = 'Throttling'; Operation = 'GetKey'; Calls = 2 }. See
    /// Add-PcEndpointFault.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public EndpointFaultRule[] Fault { get; set; } = [];

    /// <summary>Return the endpoint instead of printing the environment variables.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Stay in the foreground until Ctrl+C or SIGTERM. With -Verbose every request is shown as it is answered.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    private protected override object? ErrorTarget => Port;

    private protected override void Execute()
    {
        EndpointOptions options = Options();
        if (!ShouldProcess(new IPEndPoint(ListenAddress, Port).ToString(), "Answer the AWS wire protocol"))
        {
            return;
        }

        var running = RunningEndpoint.Start(options, Connection);
        try
        {
            Array.ForEach(Fault, fault => running.Endpoint.AddFault(fault.ToFault()));
            Session.Endpoints.Add(running);
            WriteVerbose($"The endpoint {running.Endpoint.Url.OriginalString} answers for the {Connection}.");
            Show(running);
            if (Wait)
            {
                Follow(running);
            }
        }
        catch
        {
            // A fault rule that cannot be, Ctrl+C, or nobody wants the output any more.
            running.StopAsync().GetAwaiter().GetResult();
            throw;
        }
    }

    private static string Plain(SecureString secret)
    {
        nint text = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            // The contract holds it as a string, as every AWS SDK does.
            return Marshal.PtrToStringUni(text)!;
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(text);
        }
    }

    private EndpointOptions Options()
    {
        if (AccessKey is null != SecretKey is null || (SessionToken is not null && AccessKey is null))
        {
            throw new InvalidConfigurationException("PcEndpointKeyIncomplete", "AccessKey and SecretKey belong together, and SessionToken to both.");
        }

        AccountScope scope = Connection.Settings.Scope;
        return new EndpointOptions
        {
            Address = ListenAddress,
            Port = Port,
            DefaultAccountId = scope.AccountId,
            DefaultRegion = scope.Region,
            AccessKeys = [.. AccessKeys()],
            Accounts = AccountMapping.Cast<DictionaryEntry>().ToDictionary(
                static entry => LanguagePrimitives.ConvertTo<string>(entry.Key), static entry => LanguagePrimitives.ConvertTo<string>(entry.Value)),
        };
    }

    private IEnumerable<EndpointAccessKey> AccessKeys()
    {
        if (AccessKey is not null)
        {
            yield return new EndpointAccessKey
            {
                AccessKeyId = AccessKey,
                SecretAccessKey = Plain(SecretKey!),
                SessionToken = SessionToken is null ? null : Plain(SessionToken)
            };
        }

        foreach (PSCredential credential in Credential)
        {
            yield return new EndpointAccessKey { AccessKeyId = credential.UserName, SecretAccessKey = Plain(credential.Password) };
        }
    }

    private void Show(RunningEndpoint running)
    {
        if (PassThru)
        {
            WriteObject(new ServiceEndpoint(running));
            return;
        }

        // As Write-Host does: for the eye and for a file, whatever the information preference is.
        foreach ((string name, string value) in running.Endpoint.EnvironmentVariables)
        {
            WriteInformation(new HostInformationMessage { Message = $"{name}={value}" }, ["PSHOST"]);
        }
    }

    private void Follow(RunningEndpoint running)
    {
        running.Await();
        if (!IsVerbose())
        {
            // Thousands of requests a second would be put into words for nobody.
            base.Wait(Task.WhenAny(running.Endpoint.Completion));
            return;
        }

        while (running.Running)
        {
            base.Wait(Task.WhenAny(running.Endpoint.Completion, Task.Delay(LogInterval, CancellationToken.None)));
            WriteLog(running);
        }
    }

    private bool IsVerbose() => MyInvocation.BoundParameters.TryGetValue("Verbose", out object? given)
        ? given is SwitchParameter { IsPresent: true }
        : LanguagePrimitives.TryConvertTo(SessionState.PSVariable.GetValue("VerbosePreference"), out ActionPreference preference)
            && preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);

    private void WriteLog(RunningEndpoint running)
    {
        foreach (EndpointLogEntry entry in running.Endpoint.TakeLog())
        {
            WriteVerbose(EndpointLogText.Of(entry));
        }
    }
}
