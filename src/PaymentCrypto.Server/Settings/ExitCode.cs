namespace PaymentCrypto.Server.Settings;

/// <summary>How the command ends.</summary>
internal static class ExitCode
{
    /// <summary>It did what it was asked for, or ran until it was told to stop.</summary>
    internal const int Success = 0;

    /// <summary>It could not: a port in use, a store that does not open, a seed that is wrong, a server that does not answer or says no.</summary>
    internal const int Failure = 1;

    /// <summary>The command line is wrong.</summary>
    internal const int Usage = 2;
}
