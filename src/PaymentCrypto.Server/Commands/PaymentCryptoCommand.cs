using System.CommandLine;
using System.CommandLine.Parsing;
using PaymentCrypto.Api;
using PaymentCrypto.Server.Client;
using PaymentCrypto.Server.Settings;

namespace PaymentCrypto.Server.Commands;

/// <summary>The command <c>paymentcrypto</c>.</summary>
internal static class PaymentCryptoCommand
{
    private const string About = """
        Stands in for AWS Payment Cryptography on this machine: both planes, real cryptography, no account.

        Start it, and give its variables to any program on an AWS SDK:
          paymentcrypto serve
          paymentcrypto serve --in-memory --seed keys.json --json

        Exit codes: 0 done, 1 it could not be done, 2 the command line is wrong.
        It is software for tests and rehearsals, not an HSM: give it no production keys.
        """;

    private static readonly string[] HelpWords = ["--help", "-h", "-?", "/h", "/?"];

    /// <summary>Runs it.</summary>
    /// <param name="args">What stands behind its name.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    /// <param name="environment">The environment.</param>
    /// <returns>The exit code.</returns>
    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, Func<string, string?> environment)
    {
        Command command = args is [ServeCommand.Word, ..] && !args.Any(HelpWords.Contains) ? ToServe(environment) : Build(environment);
        ParseResult parsed = command.Parse(args);
        if (parsed.Errors is [{ } error, ..])
        {
            return Fail(errors, MessageOf(error, parsed), "Try --help.", ExitCode.Usage);
        }

        if (parsed.CommandResult.Command is ServeCommand serve)
        {
            serve.Description = ServeCommand.About;
        }

        try
        {
            // SIGTERM and Ctrl+C are for the commands themselves.
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = errors,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null
            }).ConfigureAwait(false);
        }
        catch (UsageException wrong)
        {
            return Fail(errors, wrong.Message, null, ExitCode.Usage);
        }
        catch (ManagementFailure failure)
        {
            return Fail(errors, failure.Message, null, ExitCode.Failure);
        }
        catch (PaymentCryptographyException failure)
        {
            return Fail(errors, WordsOf(failure), $"{HowOf(failure)}({failure.ErrorId})", ExitCode.Failure);
        }
    }

    /// <summary>The command with all below it.</summary>
    /// <param name="environment">The environment.</param>
    internal static RootCommand Build(Func<string, string?> environment) => new(About)
    {
        new ServeCommand(environment),
        new HealthCommand(environment),
        new ResetCommand(environment),
        new SeedCommand(environment),
        new ClockCommand(environment),
        new FaultsCommand(environment),
    };

    // The others with all their options, and the texts of --help and --version, would be a part of the time of its start.
    private static Command ToServe(Func<string, string?> environment) => new("paymentcrypto", About) { new ServeCommand(environment) };

    // What the message asks for has another name in each program that listens.
    private static string HowOf(PaymentCryptographyException failure) => failure.ErrorId switch
    {
        "PcEndpointUnprotected" => "Access keys come from PAYMENTCRYPTO_ACCESS_KEYS or --access-key-file. ",
        "PcVaultPassphraseRequired" or "PcVaultPassphraseWrong" => "It comes from PAYMENTCRYPTO_PASSPHRASE or --passphrase-file. ",
        _ => string.Empty,
    };

    // The engine's words name the parameters of the cmdlets.
    private static string WordsOf(PaymentCryptographyException failure) => failure is VaultException
        ? failure.Message.Replace(": give it with -Passphrase", string.Empty, StringComparison.Ordinal)
            .Replace("with -KeyFile", "with --backup-key-file", StringComparison.Ordinal)
        : failure.Message;

    private static string MessageOf(ParseError error, ParseResult parsed) => parsed.CommandResult.Command switch
    {
        RootCommand root => NoCommand(root, parsed),
        Command command when parsed.UnmatchedTokens is [['-', ..] word, ..] => Misspelling.Of(command, word),
        _ => error.Message,
    };

    private static string NoCommand(RootCommand root, ParseResult parsed)
    {
        string commands = string.Join(", ", root.Subcommands.Select(static command => command.Name));
        return parsed.UnmatchedTokens is [var word, ..] ? $"'{word}' is no command; there are {commands}." : $"A command is missing: {commands}.";
    }

    // One line, whatever the message had in it.
    private static int Fail(TextWriter errors, string message, string? more, int code)
    {
        string line = more is null ? message : $"{message} {more}";
        errors.WriteLine("paymentcrypto: " + line.ReplaceLineEndings(" ").Replace('\t', ' '));
        return code;
    }
}
