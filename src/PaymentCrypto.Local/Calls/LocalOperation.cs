using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Calls;

/// <summary>One operation of the local engine, as the dispatcher sees it.</summary>
internal abstract class LocalOperation
{
    /// <summary>The request that it answers.</summary>
    public abstract Type RequestType { get; }

    /// <summary>Whether it is of the data plane: it writes nothing, takes microseconds, and counts against another rate.</summary>
    public virtual bool IsOfDataPlane => false;

    /// <summary>Whether it reads a few rows and calculates nothing, which takes less than to find another thread for it.</summary>
    public virtual bool IsQuick => false;

    /// <summary>Carries the operation out.</summary>
    public abstract ApiResponse Execute(ApiRequest request, OperationContext context);
}
