namespace PaymentCrypto.Api;

/// <summary>A structure inside a request or response.</summary>
public abstract record ApiStructure
{
    /// <summary>The type's name only: a structure may carry key material.</summary>
    public sealed override string ToString() => GetType().Name;
}
