namespace PaymentCrypto.Api;

/// <summary>The service's values for the length of a random key of AS2805.</summary>
public static class RandomKeyMaxLength
{
    /// <summary>8 bytes.</summary>
    public const string Bytes8 = "BYTES_8";

    /// <summary>16 bytes.</summary>
    public const string Bytes16 = "BYTES_16";

    /// <summary>24 bytes.</summary>
    public const string Bytes24 = "BYTES_24";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [Bytes8, Bytes16, Bytes24];
}
