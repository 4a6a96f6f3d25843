using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>
/// What a request that AWS has refused shows by itself. The local engine says which check failed; AWS answers with one sentence, and the same
/// checks are made here, without another call and without a secret: the request has none.
/// </summary>
internal static class RefusedExchange
{
    /// <summary>What to do about the refusal, if the request shows its cause.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="exception">The refusal.</param>
    /// <param name="examine">Examines the request.</param>
    /// <returns>The first cause and what to do; null when there is none, or the refusal is another.</returns>
    public static string? Advise(PcCmdlet cmdlet, Exception exception, Func<IKeyExchangeTools, ExchangeCheckResult?> examine)
    {
        if (exception is not ValidationException { RequestId: not null })
        {
            return null;
        }

        try
        {
            return cmdlet.Run(examine) is { } cause ? $"{cause.Check}: {cause.Found} {cause.Action}" : null;
        }
        catch (PaymentCryptographyException)
        {
            // The advice must never hide the error.
            return null;
        }
    }
}
