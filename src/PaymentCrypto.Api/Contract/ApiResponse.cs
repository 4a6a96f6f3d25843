using System.Text.Json.Serialization;

namespace PaymentCrypto.Api;

/// <summary>What every response has beside the service's members.</summary>
public abstract record ApiResponse
{
    /// <summary>Who answered and what it had to say. Not part of the wire body.</summary>
    [JsonIgnore]
    public ResponseMetadata Metadata { get; init; } = ResponseMetadata.None;

    /// <summary>The type's name only: a response may carry wrapped key material.</summary>
    public sealed override string ToString() => GetType().Name;
}
