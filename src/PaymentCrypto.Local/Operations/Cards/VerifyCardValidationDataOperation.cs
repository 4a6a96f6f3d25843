using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.KeyRing;

namespace PaymentCrypto.Local.Operations.Cards;

/// <summary>Verifies CVV, CVV2, iCVV, dCVV, CVC3 or CSC: as many digits as are given.</summary>
internal sealed class VerifyCardValidationDataOperation(DataRates rates, DataKeys keys)
    : DataOperation<VerifyCardValidationDataRequest, VerifyCardValidationDataResponse>(rates)
{
    /// <inheritdoc/>
    protected override VerifyCardValidationDataResponse Answer(VerifyCardValidationDataRequest request, OperationContext context)
    {
        CardVerificationAttributes kind = request.VerificationAttributes!;
        using OpenedKey key = keys.Lend(context, nameof(request.KeyIdentifier), request.KeyIdentifier!, CardValidationData.Rule(kind, isVerification: true));
        ReadOnlySpan<char> given = request.ValidationData;
        Span<char> digits = stackalloc char[given.Length];
        CardValidationData.Compute(key, request.PrimaryAccountNumber!, kind, digits, context.Steps);
        bool isRight = CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(digits), MemoryMarshal.AsBytes(given));
        digits.Clear();
        return isRight
            ? new VerifyCardValidationDataResponse { KeyArn = key.Arn, KeyCheckValue = key.CheckValue }
            : throw new VerificationFailedException(VerificationFailedReason.InvalidValidationData, "Card validation data verification failed.");
    }
}
