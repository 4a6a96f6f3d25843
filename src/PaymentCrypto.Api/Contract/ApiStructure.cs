using System.Diagnostics.CodeAnalysis;

namespace PaymentCrypto.Api;

/// <summary>A structure inside a request or response.</summary>
// The constraints are read from the properties: an ahead-of-time compiler must keep them.
[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)]
public abstract record ApiStructure
{
    /// <summary>The type's name only: a structure may carry key material.</summary>
    public sealed override string ToString() => GetType().Name;
}
