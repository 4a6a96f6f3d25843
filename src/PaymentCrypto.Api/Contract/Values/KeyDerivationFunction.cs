namespace PaymentCrypto.Api;

/// <summary>The service's values for the key derivation after a key agreement.</summary>
public static class KeyDerivationFunction
{
    /// <summary>Concatenation derivation of NIST SP 800-56A.</summary>
    public const string NistSp800 = "NIST_SP800";

    /// <summary>Derivation of ANSI X9.63.</summary>
    public const string AnsiX963 = "ANSI_X963";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [NistSp800, AnsiX963];
}
