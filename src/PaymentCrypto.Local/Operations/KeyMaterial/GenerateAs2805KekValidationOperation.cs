using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.As2805;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.Exchange;
using PaymentCrypto.Local.KeyRing;

namespace PaymentCrypto.Local.Operations.KeyMaterial;

/// <summary>GenerateAs2805KekValidation: sends a random key under a variant of the key encryption key, or answers one (SPEC 6.4.9).</summary>
internal sealed class GenerateAs2805KekValidationOperation(DataRates rates, DataKeys keys)
    : DataOperation<GenerateAs2805KekValidationRequest, GenerateAs2805KekValidationResponse>(rates)
{
    /// <inheritdoc/>
    protected override GenerateAs2805KekValidationResponse Answer(GenerateAs2805KekValidationRequest request, OperationContext context)
    {
        using OpenedKey kek = keys.Lend(context, "KeyIdentifier", request.KeyIdentifier!, KeyRules.As2805Kek);
        (ushort sendMask, ushort receiveMask) = request.RandomKeySendVariantMask == RandomKeySendVariantMask.VariantMask82C0
            ? ((ushort)0x82C0, (ushort)0x84C0)
            : ((ushort)0x8282, (ushort)0x8484);
        byte[] sent = request.KekValidationType!.KekValidationResponse is { } response
            ? Convert.FromHexString(response.RandomKeySend!)
            : NewRandomKey(request.KekValidationType.KekValidationRequest!, kek, sendMask);
        byte[] received = Refusals.Of("RandomKeySend", () => As2805KekValidation.Receive(kek.Material, sendMask, receiveMask, sent));
        return new GenerateAs2805KekValidationResponse
        {
            KeyArn = kek.Arn,
            KeyCheckValue = kek.CheckValue,
            RandomKeySend = Convert.ToHexString(sent),
            RandomKeyReceive = Convert.ToHexString(received),
        };
    }

    private static byte[] NewRandomKey(KekValidationRequest request, OpenedKey kek, ushort mask)
    {
        int length = request.DeriveKeyAlgorithm switch
        {
            SymmetricKeyAlgorithm.Tdes2Key => 16,
            SymmetricKeyAlgorithm.Tdes3Key => 24,
            _ => throw new ValidationException($"DeriveKeyAlgorithm {request.DeriveKeyAlgorithm} is not one of AS 2805: use TDES_2KEY or TDES_3KEY."),
        };
        int most = request.RandomKeyMaxLength switch
        {
            RandomKeyMaxLength.Bytes8 => 8,
            RandomKeyMaxLength.Bytes16 => 16,
            _ => 24,
        };
        using SecretBuffer random = new(Math.Min(length, most));
        RandomNumberGenerator.Fill(random.Span);
        return As2805KekValidation.Send(kek.Material, mask, random.Span);
    }
}
