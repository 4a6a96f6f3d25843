namespace PaymentCrypto.Api;

/// <summary>The wrapped key.</summary>
public sealed record ExportKeyResponse : ApiResponse
{
    /// <summary>The wrapped key.</summary>
    public WrappedKey? WrappedKey { get; init; }
}
