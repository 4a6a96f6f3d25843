using System.Text.Json.Serialization;

namespace PaymentCrypto.Api.Json;

/// <summary>The body of an error on the wire.</summary>
public sealed record ServiceErrorBody
{
    /// <summary>The code, mostly behind a namespace and <c>#</c>.</summary>
    [JsonPropertyName("__type")]
    public string? Type { get; init; }

    /// <summary>The message of an error that the service model has.</summary>
    public string? Message { get; init; }

    /// <summary>The message of an error of the front end, which writes it in lower case.</summary>
    [JsonPropertyName("message")]
    public string? FrontEndMessage { get; init; }

    /// <summary>What was not found; only in ResourceNotFoundException.</summary>
    public string? ResourceId { get; init; }
}
