namespace PaymentCrypto.Shell;

/// <summary>What the process answers, with the same meaning as in pwsh.</summary>
internal static class ExitCodes
{
    /// <summary>Everything went well.</summary>
    public const int Success = 0;

    /// <summary>The last command failed, the script ended with an error, or it does not parse.</summary>
    public const int Failure = 1;

    /// <summary>The command line is wrong, or names a script that is not there.</summary>
    public const int BadCommandLine = 64;

    /// <summary>Stopped with Ctrl+C.</summary>
    public const int Interrupted = 130;
}
