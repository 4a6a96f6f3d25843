using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PaymentCrypto.Api;

/// <summary>What every request has: the name of its operation.</summary>
// The constraints are read from the properties: an ahead-of-time compiler must keep them.
[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)]
public abstract record ApiRequest
{
    private protected ApiRequest(string operation) => Operation = operation;

    /// <summary>The service's name for the operation, as in the wire header <c>X-Amz-Target</c>.</summary>
    [JsonIgnore]
    public string Operation { get; }

    /// <summary>The operation's name only: a request may carry key material, which no log may see.</summary>
    public sealed override string ToString() => Operation;
}
