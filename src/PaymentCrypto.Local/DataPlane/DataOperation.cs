using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Steps;

namespace PaymentCrypto.Local.DataPlane;

/// <summary>
/// One operation of the data plane. In this order: find the keys and check that they may be used so, do the cryptography, answer. Nothing
/// is written.
/// </summary>
/// <typeparam name="TRequest">Its request.</typeparam>
/// <typeparam name="TResponse">Its response.</typeparam>
internal abstract class DataOperation<TRequest, TResponse>(DataRates rates) : LocalOperation<TRequest, TResponse>
    where TRequest : ApiRequest<TResponse>
    where TResponse : ApiResponse
{
    /// <inheritdoc/>
    public sealed override bool IsOfDataPlane => true;

    /// <inheritdoc/>
    protected sealed override TResponse Execute(TRequest request, OperationContext context)
    {
        rates.Count(context.Scope, UsesAsymmetricKey(request));
        if (context.Log is null)
        {
            return Answer(request, context);
        }

        using CalculationSteps steps = [];
        try
        {
            return Answer(request, context with { Steps = steps });
        }
        finally
        {
            // Of an operation that refuses too: how far it came says why.
            ShownStep.Record(steps, context.Log);
        }
    }

    /// <summary>Whether the request counts against the lower rate of asymmetric keys.</summary>
    protected virtual bool UsesAsymmetricKey(TRequest request) => false;

    /// <summary>Carries the operation out.</summary>
    protected abstract TResponse Answer(TRequest request, OperationContext context);
}
