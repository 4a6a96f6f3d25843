using System.Text.Json.Serialization;

namespace PaymentCrypto.Api;

/// <summary>One member that a <see cref="ValidationException"/> is about.</summary>
/// <param name="Path">The way to the member through the request, for example <c>encryptionAttributes.symmetric.mode</c>.</param>
/// <param name="Message">What was wrong with it; never a sensitive value.</param>
public sealed record ValidationExceptionField(
    [property: JsonPropertyName("path")] string Path,
    [property: JsonPropertyName("message")] string Message);
