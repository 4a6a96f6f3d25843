namespace PaymentCrypto.Shell;

/// <summary>How a command line or script ended.</summary>
internal enum RunOutcome
{
    /// <summary>Well.</summary>
    Succeeded,

    /// <summary>To its end, but the last command failed.</summary>
    LastCommandFailed,

    /// <summary>With an error that ended it, or it does not parse.</summary>
    Threw,

    /// <summary>The user stopped it.</summary>
    Stopped,
}
