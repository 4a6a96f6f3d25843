using System.Text.Json.Serialization;

namespace PaymentCrypto.Endpoint.Management;

/// <summary>The JSON of the management requests. A member that does not exist is refused: a misspelt one would be without effect.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(HealthBody))]
[JsonSerializable(typeof(ClockBody))]
[JsonSerializable(typeof(ClockChange))]
[JsonSerializable(typeof(FaultBody))]
[JsonSerializable(typeof(FaultList))]
[JsonSerializable(typeof(ResetBody))]
[JsonSerializable(typeof(SeedBody))]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class ManagementJson : JsonSerializerContext;
