using System.CommandLine;
using System.Net;
using System.Runtime.InteropServices;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Hosting.Services;
using PaymentCrypto.Server.Settings;

namespace PaymentCrypto.Server.Commands;

/// <summary><c>paymentcrypto serve</c>: answers until it is told to stop.</summary>
internal sealed class ServeCommand : Command
{
    /// <summary>The port unless another is given.</summary>
    internal const int UsualPort = 8090;

    /// <summary>Its name.</summary>
    internal const string Word = "serve";

    /// <summary>What <c>serve --help</c> says; in the list of commands it would be too long.</summary>
    internal const string About = """
        Answers as AWS Payment Cryptography and its data plane, until Ctrl+C or SIGTERM.

        Standard output has the variables that point an AWS SDK or the AWS CLI at it, one NAME=value on a line:
          paymentcrypto serve > server.env       (then, in another terminal: set -a; . ./server.env; set +a)

        Without access keys it listens on this machine only and looks at no signature; an access key id of 12 digits is
        its own account. Secrets are never on the command line:
          PAYMENTCRYPTO_ACCESS_KEYS        or --access-key-file         ID:SECRET or ID:SECRET:ACCOUNT, one on a line
          PAYMENTCRYPTO_PASSPHRASE         or --passphrase-file         of the store, or of the backup
          PAYMENTCRYPTO_MANAGEMENT_TOKEN   or --management-token-file   for paymentcrypto health, reset, seed, clock, faults
          PAYMENTCRYPTO_TLS_PASSPHRASE     or --tls-passphrase-file     of the private key of --tls-certificate
        """;

    private readonly Func<string, string?> _environment;

    private readonly Option<int> _port = WholeNumber.Option("--port", "The TCP port; 0 takes any that is free.", "PORT", UsualPort);
    private readonly Option<string> _listen = new("--listen")
    {
        Description = "The address to listen on. Beyond this machine, such as 0.0.0.0, access keys "
        + "are needed.",
        HelpName = "ADDRESS",
        DefaultValueFactory = static _ => "127.0.0.1"
    };
    private readonly Option<bool> _inMemory =
        new("--in-memory") { Description = "Keep everything in memory; it is gone at the end. This is what happens without --path, too." };
    private readonly Option<string?> _path =
        new("--path") { Description = "Keep the keys in this directory, encrypted; it is made if it is not there.", HelpName = "DIRECTORY" };
    private readonly Option<string> _account = new("--account")
    {
        Description = "The account of callers whose access key names none.",
        HelpName = "ID",
        DefaultValueFactory = static _ => AccountScope.DefaultAccountId
    };
    private readonly Option<string> _region = new("--region")
    {
        Description = "The region in the printed variables and of unsigned requests; a signed one "
        + "carries its own.",
        HelpName = "NAME",
        DefaultValueFactory = static _ => AccountScope.DefaultRegion
    };
    private readonly Option<string?> _seed = new("--seed")
    {
        Description = "Begin with the test keys of this file (.json, .psd1 or .csv): the same ids and "
        + "check values at every start.",
        HelpName = "FILE"
    };
    private readonly Option<string?> _from = new("--from") { Description = "Serve this backup of a store; goes with --read-only.", HelpName = "BACKUP" };
    private readonly Option<bool> _readOnly = new("--read-only") { Description = "Refuse whatever would change something; goes with --from." };
    private readonly Option<string?> _keyFile =
        new("--backup-key-file") { Description = "The key file of a backup that is protected by one.", HelpName = "FILE" };
    private readonly Option<string?> _certificate =
        new("--tls-certificate") { Description = "Speak TLS with the certificate and private key in this PEM or PFX file.", HelpName = "FILE" };
    private readonly Option<string?> _certificateKey =
        new("--tls-key") { Description = "The PEM file with its private key, if that is apart.", HelpName = "FILE" };
    private readonly Option<string?> _certificatePassphrase =
        new("--tls-passphrase-file") { Description = "The passphrase of that private key.", HelpName = "FILE" };
    private readonly Option<string> _conformance = new("--conformance")
    {
        Description = "Where AWS's documentation and its service differ: observed or "
        + "documented.",
        HelpName = "WHICH",
        DefaultValueFactory = static _ => "observed"
    };
    private readonly Option<string> _timeOffset = new("--time-offset")
    {
        Description = "Begin with a clock that is ahead, to rehearse expiry: 30d, 1d12h, -2d.",
        HelpName = "DURATION",
        DefaultValueFactory = static _ => "0s"
    };
    private readonly Option<string?> _accessKeys =
        new("--access-key-file") { Description = "The access keys that requests must be signed with.", HelpName = "FILE" };
    private readonly Option<string?> _passphrase = new("--passphrase-file") { Description = "The passphrase of the store or backup.", HelpName = "FILE" };
    private readonly Option<string?> _token =
        new("--management-token-file") { Description = "The token of who may manage the server, 16 characters or more.", HelpName = "FILE" };
    private readonly Option<bool> _json = new("--json") { Description = "Print one line of JSON in place of the variables." };

    /// <summary>Makes the command.</summary>
    internal ServeCommand(Func<string, string?> environment)
        : base(Word, "Answers as AWS Payment Cryptography and its data plane, until Ctrl+C or SIGTERM.")
    {
        _environment = environment;
        foreach (Option option in (Option[])[_port, _listen, _inMemory, _path, _account, _region, _seed, _from, _readOnly, _keyFile, _certificate,
            _certificateKey,
            _certificatePassphrase, _conformance, _timeOffset, _accessKeys, _passphrase, _token, _json])
        {
            Options.Add(option);
        }

        _conformance.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "observed", "documented");
        SetAction((parsed, cancel) => RunAsync(parsed, cancel));
    }

    /// <summary>Whether a command line looks like that of a server with its store in memory; it is not read yet.</summary>
    internal static bool IsInMemory(string[] args) =>
        args is [Word, ..]
        && !Array.Exists(args, static arg => arg.StartsWith("--path", StringComparison.Ordinal) || arg.StartsWith("--from", StringComparison.Ordinal));

    /// <summary>What the service is to be started with. Reads the files that are named, and opens nothing.</summary>
    /// <exception cref="UsageException">Options that do not go together, or a file that is not what it should be.</exception>
    internal LocalServiceOptions OptionsOf(ParseResult parsed, DateTimeOffset now)
    {
        string? path = parsed.GetValue(_path);
        string? backup = parsed.GetValue(_from);
        string? seed = parsed.GetValue(_seed);
        Together(parsed.GetValue(_inMemory) && path is not null, "--in-memory and --path exclude each other.");
        Together((backup is not null) != parsed.GetValue(_readOnly), "--from and --read-only go together: a backup is served as it is.");
        Together(backup is not null && (path is not null || parsed.GetValue(_inMemory) || seed is not null),
            "--from takes the keys from the backup: leave out --path, --in-memory and --seed.");
        Together(parsed.GetValue(_keyFile) is not null && backup is null, "--backup-key-file goes with --from.");
        Together(parsed.GetValue(_certificateKey) is not null && parsed.GetValue(_certificate) is null, "--tls-key goes with --tls-certificate.");
        string? accessKeys = SecretText.Read(parsed.GetValue(_accessKeys), "PAYMENTCRYPTO_ACCESS_KEYS", _environment);
        string? passphrase = SecretText.Read(parsed.GetValue(_passphrase), "PAYMENTCRYPTO_PASSPHRASE", _environment);
        return new LocalServiceOptions
        {
            Address = IPAddress.TryParse(parsed.GetValue(_listen), out IPAddress? address)
                ? address
                : throw new UsageException($"--listen takes an IP address, such as 127.0.0.1 or 0.0.0.0, not '{parsed.GetValue(_listen)}'."),
            Port = parsed.GetValue(_port),
            Scope = new AccountScope(parsed.GetValue(_account)!, parsed.GetValue(_region)!),
            AccessKeys = AccessKeyText.Parse(accessKeys, parsed.GetValue(_accessKeys) ?? "PAYMENTCRYPTO_ACCESS_KEYS"),
            InMemory = path is null && backup is null,
            Directory = path,
            Passphrase = path is null && backup is null ? null : SecretText.Protect(passphrase),
            Backup = backup,
            BackupKeyFile = parsed.GetValue(_keyFile),
            Conformance = Enum.Parse<Conformance>(parsed.GetValue(_conformance)!, ignoreCase: true),
            TimeOffset = DurationText.Parse(parsed.GetValue(_timeOffset)!) ?? throw new UsageException($"--time-offset takes {DurationText.Form}."),
            Seed = seed is null ? null : SeedFile.Read(seed),
            Certificate = parsed.GetValue(_certificate) is { } certificate
                ? CertificateFile.Read(certificate, parsed.GetValue(_certificateKey),
                    SecretText.Read(parsed.GetValue(_certificatePassphrase), "PAYMENTCRYPTO_TLS_PASSPHRASE", _environment), now)
                : null,
            ManagementToken = SecretText.Read(parsed.GetValue(_token), ManagementCommand.TokenVariable, _environment),
        };
    }

    private static void Together(bool wrong, string message)
    {
        if (wrong)
        {
            throw new UsageException(message);
        }
    }

    private static async Task AnnounceAsync(LocalService service, bool json, InvocationConfiguration console)
    {
        if (json)
        {
            console.Output.WriteLine(Announcement.Of(service.Endpoint));
        }
        else
        {
            string variables = string.Empty;
            foreach ((string name, string value) in service.Endpoint.EnvironmentVariables)
            {
                variables += $"{name}={value}{Environment.NewLine}";
            }

            // In one write, because they are fewer than 256 characters: whoever waits for the first line finds the others too.
            console.Output.Write(variables);
        }

        // Whoever waits for it in a pipe is to have it now; a call that comes before the store is open waits for it.
        console.Output.Flush();
        await service.Opened.ConfigureAwait(false);
        if (service.Endpoint.VerifiesSignatures)
        {
            console.Error.WriteLine("paymentcrypto: Requests must be signed. AWS_SECRET_ACCESS_KEY is not printed: set it to the secret of your access key.");
        }

        foreach (string warning in service.Warnings)
        {
            console.Error.WriteLine("paymentcrypto: " + warning);
        }

        console.Error.WriteLine(
            $"PaymentCrypto {LocalService.Version} answers on {service.Endpoint.Url.OriginalString}, keys in {Place(service.Describe())}. Ctrl+C ends it.");
    }

    private static string Place(ServiceDescription service) => service.Store switch
    {
        "memory" => "memory, gone at the end",
        "backup" => "a backup, read-only",
        _ => "a store",
    };

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        // Before anything is opened: a signal that comes in between must not leave anything behind.
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        LocalServiceOptions options = OptionsOf(parsed, DateTimeOffset.UtcNow);
        await using var service = LocalService.Start(options);
        await AnnounceAsync(service, parsed.GetValue(_json), parsed.InvocationConfiguration).ConfigureAwait(false);
        await Task.WhenAny(stop.Task, service.Endpoint.Completion).WaitAsync(cancel).ConfigureAwait(false);
        return ExitCode.Success;

        void Stop(PosixSignalContext context)
        {
            // The second Ctrl+C ends it at once.
            context.Cancel = stop.TrySetResult();
        }
    }
}
