using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography.Diagnosis.Forms;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Diagnosis;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Exchange;

/// <summary>DiagnoseExchange: every check of an exchange with the keys, tokens and authorities of the store. Writes nothing.</summary>
internal sealed class DiagnoseExchangeOperation(StoreDatabase database, StoredFacts stored) : LocalOperation<DiagnoseExchangeRequest, DiagnoseExchangeResponse>
{
    /// <inheritdoc/>
    protected override DiagnoseExchangeResponse Execute(DiagnoseExchangeRequest request, OperationContext context)
    {
        ExchangeEvidence evidence = request.Evidence with { ValidAt = context.Now };
        RecognisedMaterial material = ExchangeDiagnosis.Recognise(evidence);
        using var facts = ExchangeFacts.Of(evidence);
        database.ReadConsistently(connection =>
        {
            stored.AddTo(facts, evidence, material, connection, context);
            return true;
        });
        return new DiagnoseExchangeResponse { Results = ExchangeDiagnosis.Examine(evidence, material, facts) };
    }
}
