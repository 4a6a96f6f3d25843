using PaymentCrypto.Api.Catalog;

namespace PaymentCrypto.Api.Wire;

/// <summary>The operation that a request is for, with what its path says.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Labels">The labels of the path, decoded, by the names of their members.</param>
public sealed record WireMatch(ApiOperation Operation, IReadOnlyDictionary<string, string> Labels)
{
    /// <summary>Reads the request.</summary>
    /// <param name="body">The body in UTF-8; empty means no members.</param>
    /// <exception cref="MalformedJsonException">The body is not the JSON of the request.</exception>
    public ApiRequest Read(ReadOnlySpan<byte> body)
    {
        ApiRequest request = Operation.ReadRequest(body);

        // Last, so that a member of the same name in the body never wins over the path, which is what was routed.
        foreach ((string name, string value) in Labels)
        {
            PathLabel.Of(Operation, name).Set(request, value);
        }

        return request;
    }
}
