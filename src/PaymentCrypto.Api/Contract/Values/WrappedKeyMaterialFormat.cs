namespace PaymentCrypto.Api;

/// <summary>The service's values for the format of exported key material.</summary>
public static class WrappedKeyMaterialFormat
{
    /// <summary>An RSA-OAEP or AS2805 cryptogram.</summary>
    public const string KeyCryptogram = "KEY_CRYPTOGRAM";

    /// <summary>A TR-31 key block.</summary>
    public const string Tr31KeyBlock = "TR31_KEY_BLOCK";

    /// <summary>A TR-34 key token.</summary>
    public const string Tr34KeyBlock = "TR34_KEY_BLOCK";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [KeyCryptogram, Tr31KeyBlock, Tr34KeyBlock];
}
