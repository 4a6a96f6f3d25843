using System.Text.Json.Nodes;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Local.DataPlane;

/// <summary>
/// One right request for each operation of the data plane and each kind of it, to be made wrong in every way. Keys are named by usage, algorithm and
/// mode of use; a verification may still find that the value is another's.
/// </summary>
internal static class DataPlaneRequests
{
    /// <summary>The clear PIN in every PIN block of the requests.</summary>
    internal const string ClearPin = "90125";

    /// <summary>The PAN that the PIN blocks are bound to.</summary>
    internal const string Pan = "4111111111111111";

    /// <summary>Name of the case, operation, and the request as JSON.</summary>
    public static IReadOnlyList<(string Name, string Operation, string Json)> All { get; } =
        [.. GeneratedVectors.Records("data_plane_requests.json").Select(record =>
            (record.Text("name"), record.Text("operation"), record.GetProperty("request").GetRawText()))];

    /// <summary>The members that hold what nobody may see (DATA_PLANE 26).</summary>
    public static IReadOnlySet<string> Secret { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "PrimaryAccountNumber", "EncryptedPinBlock", "NewEncryptedPinBlock", "CurrentEncryptedPinBlock", "PinOffset", "PinValidationData",
        "DecimalizationTable", "VerificationValue",
        "ValidationData", "TrackData", "PlainText", "CipherText", "MessageData", "Mac", "TransactionData", "AuthRequestCryptogram", "ApplicationCryptogram",
        "RandomKeySend",
    };

    /// <summary>A case's request.</summary>
    public static JsonObject Json(string name) => JsonNode.Parse(All.Single(row => row.Name == name).Json)!.AsObject();
}
