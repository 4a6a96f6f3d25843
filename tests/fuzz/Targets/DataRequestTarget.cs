using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Validation;
using PaymentCrypto.Api.Wire;

namespace PaymentCrypto.Fuzzing.Targets;

/// <summary>A call of the data plane as it comes over the wire: the path up to a line end, then the body. Routed, read and validated.</summary>
internal sealed class DataRequestTarget : FuzzTarget
{
    private static readonly Dictionary<string, string> PathOf = new(StringComparer.Ordinal)
    {
        ["EncryptData"] = "/keys/alias%2Fdata/encrypt",
        ["DecryptData"] = "/keys/alias%2Fdata/decrypt",
        ["ReEncryptData"] = "/keys/alias%2Fdata/reencrypt",
        ["TranslatePinData"] = "/pindata/translate",
        ["VerifyPinData"] = "/pindata/verify",
        ["GenerateMac"] = "/mac/generate",
        ["GenerateMacEmvPinChange"] = "/macemvpinchange/generate",
        ["VerifyAuthRequestCryptogram"] = "/cryptogram/verify",
    };

    /// <inheritdoc/>
    public override string Name => "data-request";

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. Fuzzing.Seeds.Open("data_plane_requests.json").GetProperty("records").EnumerateArray()
            .Where(record => PathOf.ContainsKey(record.GetProperty("operation").GetString()!))
            .Select(record => Encoding.UTF8.GetBytes($"{PathOf[record.GetProperty("operation").GetString()!]}\n{record.GetProperty("request").GetRawText()}")),
    ];

    /// <inheritdoc/>
    protected override void Read(byte[] input)
    {
        int end = Array.IndexOf(input, (byte)'\n');
        if (end < 0)
        {
            return;
        }

        try
        {
            WireMatch match = WireProtocol.Match(new WireHead("POST", Encoding.Latin1.GetString(input, 0, end),
                header => header == "Content-Type" ? ["application/json"] : []));
            ApiRequest request = match.Read(input.AsSpan(end + 1));
            _ = request.ToString();
            RequestValidator.Validate(request);
        }
        catch (UnknownServiceException)
        {
            // No such path.
        }
    }
}
