namespace PaymentCrypto.Api;

/// <summary>Nothing beside the fact that it succeeded.</summary>
public sealed record UntagResourceResponse : ApiResponse;
