using PaymentCrypto.Api;

namespace PaymentCrypto.StoreWorker;

/// <summary>Makes import tokens; a line is a token.</summary>
internal sealed class TokenWork(IPaymentCryptography service)
{
    /// <summary>Makes one.</summary>
    public async Task StepAsync(int step)
    {
        GetParametersForImportResponse token = await service.SendAsync(
            new GetParametersForImportRequest { KeyMaterialType = KeyMaterialType.Tr34KeyBlock, WrappingKeyAlgorithm = KeyAlgorithm.Rsa2048 },
            CancellationToken.None);
        Acknowledge.Line(token.ImportToken);
    }
}
