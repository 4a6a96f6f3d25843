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

    /// <summary>Why the verification failed; only in VerificationFailedException.</summary>
    public string? Reason { get; init; }

    /// <summary>The members that violate a constraint; only in the data plane's ValidationException.</summary>
    [JsonPropertyName("fieldList")]
    public IReadOnlyList<ValidationExceptionField>? FieldList { get; init; }
}
