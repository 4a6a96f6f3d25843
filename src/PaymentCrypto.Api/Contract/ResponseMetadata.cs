namespace PaymentCrypto.Api;

/// <summary>What a provider says about an answer beside the answer itself.</summary>
public sealed record ResponseMetadata
{
    /// <summary>Nothing to say.</summary>
    public static ResponseMetadata None { get; } = new();

    /// <summary>The request id that AWS support asks for; absent on the local engine.</summary>
    public string? RequestId { get; init; }

    /// <summary>What the caller should know although the request succeeded, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
