using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.Tokens;

namespace PaymentCrypto.Local.Operations.Tokens;

/// <summary>GetParametersForExport: a token and the certificate that the TR-34 token will be signed under.</summary>
internal sealed class GetParametersForExportOperation(TokenIssuer tokens) : LocalOperation<GetParametersForExportRequest, GetParametersForExportResponse>
{
    /// <inheritdoc/>
    protected override GetParametersForExportResponse Execute(GetParametersForExportRequest request, OperationContext context)
    {
        string type = request.KeyMaterialType!;
        string algorithm = request.SigningKeyAlgorithm!;
        if (type != KeyMaterialType.Tr34KeyBlock)
        {
            throw new ValidationException(
                $"KeyMaterialType {type} is exported without an export token: call ExportKey directly. GetParametersForExport takes "
                    + $"{KeyMaterialType.Tr34KeyBlock} only.");
        }

        if (algorithm != KeyAlgorithm.Rsa2048)
        {
            throw new ValidationException($"SigningKeyAlgorithm {algorithm} is not available for {type}: use {KeyAlgorithm.Rsa2048}.");
        }

        TokenRecord token = tokens.Get(
            context.Scope, new TokenKind(TokenDirection.Export, type, algorithm), request.ReuseLastGeneratedToken == true, context.Now, context.Cancel);
        return new GetParametersForExportResponse
        {
            ExportToken = token.Token,
            SigningKeyAlgorithm = algorithm,
            SigningKeyCertificate = CertificateText.Base64OfPem(token.Certificate),
            SigningKeyCertificateChain = CertificateText.Base64OfPem(tokens.RootOf(token)),
            ParametersValidUntilTimestamp = token.ValidUntil,
        };
    }
}
