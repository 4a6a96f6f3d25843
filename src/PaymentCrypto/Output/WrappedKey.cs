namespace PaymentCrypto;

/// <summary>An exported key under its wrapping key, under the names that the service uses.</summary>
public sealed partial class WrappedKey
{
    /// <summary>Creates an empty description.</summary>
    public WrappedKey()
    {
    }

    internal WrappedKey(string keyIdentifier, Api.WrappedKey wrapped)
    {
        KeyIdentifier = keyIdentifier;
        WrappedKeyMaterialFormat = wrapped.WrappedKeyMaterialFormat;
        KeyMaterial = wrapped.KeyMaterial;
        KeyCheckValue = wrapped.KeyCheckValue;
        KeyCheckValueAlgorithm = wrapped.KeyCheckValueAlgorithm;
        WrappingKeyArn = wrapped.WrappingKeyArn;
    }

    /// <summary>The key that was exported, as it was asked for: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    public string? KeyIdentifier { get; set; }

    /// <summary>The wrapped key: a TR-31 block as its characters; a TR-34 token (DER) or a cryptogram as upper-case hex.</summary>
    public string? KeyMaterial { get; set; }

    /// <summary>What the material is: <c>TR31_KEY_BLOCK</c>, <c>TR34_KEY_BLOCK</c> or <c>KEY_CRYPTOGRAM</c>.</summary>
    public string? WrappedKeyMaterialFormat { get; set; }

    /// <summary>The check value of the key in it, upper-case hex.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>How the check value was computed, for example <c>ANSI_X9_24</c>.</summary>
    public string? KeyCheckValueAlgorithm { get; set; }

    /// <summary>The ARN of the key that wraps it, or of the authority that vouches for the receiver.</summary>
    public string? WrappingKeyArn { get; set; }

    /// <summary>The serial number of which it is the initial key, hex, when a base derivation key was exported so; else null.</summary>
    public string? KeySerialNumber { get; set; }

    /// <summary>The nonce of a two-pass TR-34 token, hex; null for others.</summary>
    public string? RandomNonce { get; set; }

    /// <summary>The wrapped key, so that it can be put where a key block is asked for.</summary>
    public override string ToString() => KeyMaterial ?? string.Empty;
}
