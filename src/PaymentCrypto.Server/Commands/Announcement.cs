using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Hosting.Services;

namespace PaymentCrypto.Server.Commands;

/// <summary>What <c>serve --json</c> prints.</summary>
internal sealed partial record Announcement(string Url, string Version, int ProcessId, bool VerifiesSignatures, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>One line of JSON.</summary>
    internal static string Of(IEndpoint endpoint) => JsonSerializer.Serialize(
        new Announcement(endpoint.Url.OriginalString, LocalService.Version, System.Environment.ProcessId, endpoint.VerifiesSignatures,
            endpoint.EnvironmentVariables),
        Context.Default.Announcement);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Announcement))]
    private sealed partial class Context : JsonSerializerContext;
}
