namespace PaymentCrypto.Shell;

/// <summary>The command line.</summary>
internal sealed record ShellOptions
{
    /// <summary>A few lines about the options.</summary>
    public const string Usage = """
        PaymentCrypto.Shell: a small PowerShell host with the PaymentCrypto module imported.

          PaymentCrypto.Shell                          an interactive prompt; 'exit' ends it
          PaymentCrypto.Shell -Command <commands>      runs the commands; '-' reads them from standard input
          PaymentCrypto.Shell [-File] <script> [args]  runs a script with its arguments
          PaymentCrypto.Shell -Help

        Put -NoImport first to start without the module, for one that is installed. Put -NonInteractive first to never be asked anything. Exit codes are those of pwsh. NO_COLOR is respected.
        """;

    /// <summary>What to do.</summary>
    public ShellMode Mode { get; private init; }

    /// <summary>The commands, for <see cref="ShellMode.Command"/>.</summary>
    public string Command { get; private init; } = string.Empty;

    /// <summary>The script, for <see cref="ShellMode.File"/>.</summary>
    public string File { get; private init; } = string.Empty;

    /// <summary>The script's arguments.</summary>
    public IReadOnlyList<string> Arguments { get; private init; } = [];

    /// <summary>The module is not imported: PowerShell finds an installed one by itself, in PSModulePath.</summary>
    public bool NoImport { get; private init; }

    /// <summary>Questions are errors.</summary>
    public bool NonInteractive { get; private init; }

    /// <summary>Reads the command line.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="options">What it asks for.</param>
    /// <param name="problem">What is wrong with it, when it returns false.</param>
    public static bool TryParse(string[] args, out ShellOptions options, out string? problem)
    {
        problem = null;
        var result = new ShellOptions { NonInteractive = Console.IsInputRedirected };
        int index = 0;
        for (; index < args.Length && Switch(args[index]) is "nologo" or "noprofile" or "nop" or "noninteractive" or "noni" or "noimport"; index++)
        {
            // There is no logo and no profile; the two are accepted because every pwsh command line has them.
            result = result with
            {
                NonInteractive = result.NonInteractive || Switch(args[index]) is "noninteractive" or "noni",
                NoImport = result.NoImport || Switch(args[index]) is "noimport",
            };
        }

        string[] rest = args[Math.Min(index + 1, args.Length)..];
        options = index == args.Length
            ? result with { Mode = Console.IsInputRedirected ? ShellMode.StandardInput : ShellMode.Interactive }
            : args[index] == "-" ? result with { Mode = ShellMode.StandardInput }
            : Switch(args[index]) switch
            {
                "command" or "c" when rest is ["-"] => result with { Mode = ShellMode.StandardInput },
                "command" or "c" when rest.Length > 0 => result with { Mode = ShellMode.Command, Command = string.Join(' ', rest) },
                "file" or "f" when rest is ["-"] => result with { Mode = ShellMode.StandardInput },
                "file" or "f" when rest.Length > 0 => result with { Mode = ShellMode.File, File = rest[0], Arguments = rest[1..] },
                "help" or "h" or "?" => result with { Mode = ShellMode.Help },
                null => result with { Mode = ShellMode.File, File = args[index], Arguments = rest },
                _ => result,
            };
        if (index < args.Length && options.Mode == ShellMode.Interactive)
        {
            problem = rest.Length == 0 && Switch(args[index]) is "command" or "c" or "file" or "f"
                ? $"{args[index]} needs an argument.\n\n{Usage}"
                : $"'{args[index]}' is not an option of this shell.\n\n{Usage}";
        }
        else if (options.Mode == ShellMode.File && !System.IO.File.Exists(options.File))
        {
            problem = $"The argument '{options.File}' is not the path of a script file that exists.";
        }

        return problem is null;
    }

    // The option's name in lower case; null when it is not an option.
    private static string? Switch(string argument) =>
#pragma warning disable CA1308 // compared with lower-case literals
        argument.Length > 1 && argument[0] == '-' ? argument.TrimStart('-').ToLowerInvariant() : null;
#pragma warning restore CA1308
}
