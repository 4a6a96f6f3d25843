namespace PaymentCrypto.Shell;

/// <summary>What the shell was started for.</summary>
internal enum ShellMode
{
    /// <summary>A prompt.</summary>
    Interactive,

    /// <summary>Commands from the command line.</summary>
    Command,

    /// <summary>Commands from standard input.</summary>
    StandardInput,

    /// <summary>A script file.</summary>
    File,

    /// <summary>A few lines about the options.</summary>
    Help,
}
