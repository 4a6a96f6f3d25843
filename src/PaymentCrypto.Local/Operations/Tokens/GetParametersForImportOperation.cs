using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.KeyPairs;
using PaymentCrypto.Local.Tokens;

namespace PaymentCrypto.Local.Operations.Tokens;

/// <summary>GetParametersForImport: a token and the certificate to wrap for.</summary>
internal sealed class GetParametersForImportOperation(TokenIssuer tokens, Conformance conformance)
    : LocalOperation<GetParametersForImportRequest, GetParametersForImportResponse>
{
    /// <inheritdoc/>
    protected override GetParametersForImportResponse Execute(GetParametersForImportRequest request, OperationContext context)
    {
        string type = request.KeyMaterialType!;
        string algorithm = request.WrappingKeyAlgorithm!;
        RefuseInvalidCombination(type, algorithm);
        bool beyondDocumentation = type == KeyMaterialType.Tr34KeyBlock && algorithm != KeyAlgorithm.Rsa2048;
        if (beyondDocumentation && conformance == Conformance.Documented)
        {
            throw new ValidationException(
                $"WrappingKeyAlgorithm {algorithm} is not documented for KeyMaterialType {type}: the documentation allows {KeyAlgorithm.Rsa2048} only. "
                + "The provider's Observed setting accepts it.");
        }

        TokenRecord token = tokens.Get(
            context.Scope, new TokenKind(TokenDirection.Import, type, algorithm), request.ReuseLastGeneratedToken == true, context.Now, context.Cancel);
        return new GetParametersForImportResponse
        {
            ImportToken = token.Token,
            WrappingKeyAlgorithm = algorithm,
            WrappingKeyCertificate = CertificateText.Base64OfPem(token.Certificate),
            WrappingKeyCertificateChain = CertificateText.Base64OfPem(tokens.RootOf(token)),
            ParametersValidUntilTimestamp = token.ValidUntil,
            Metadata = beyondDocumentation ? new ResponseMetadata { Warnings = [WarningFor(algorithm)] } : ResponseMetadata.None,
        };
    }

    private static void RefuseInvalidCombination(string type, string algorithm)
    {
        if (type is not (KeyMaterialType.Tr34KeyBlock or KeyMaterialType.KeyCryptogram))
        {
            throw new ValidationException(
                $"KeyMaterialType {type} is imported without an import token: call ImportKey directly. "
                + $"GetParametersForImport takes {KeyMaterialType.Tr34KeyBlock} or {KeyMaterialType.KeyCryptogram}.");
        }

        if (RsaKeySize.BitsOf(algorithm) is null)
        {
            throw new ValidationException(
                $"WrappingKeyAlgorithm {algorithm} cannot wrap a {type}: use {KeyAlgorithm.Rsa2048}, {KeyAlgorithm.Rsa3072} or {KeyAlgorithm.Rsa4096}.");
        }
    }

    private static string WarningFor(string algorithm) =>
        $"{algorithm} for TR-34 import is accepted because AWS's own samples use it; the documentation allows {KeyAlgorithm.Rsa2048} only, so the service "
            + "may refuse it.";
}
