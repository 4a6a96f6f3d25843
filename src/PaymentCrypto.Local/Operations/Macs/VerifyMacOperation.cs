using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Macs;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;

namespace PaymentCrypto.Local.Operations.Macs;

/// <summary>Compares the MAC of a message with the computed one.</summary>
internal sealed class VerifyMacOperation(DataRates rates, MacComputation macs) : DataOperation<VerifyMacRequest, VerifyMacResponse>(rates)
{
    private const int HalfBlock = 4;
    private const int Block = 8;

    /// <inheritdoc/>
    protected override VerifyMacResponse Answer(VerifyMacRequest request, OperationContext context)
    {
        ComputedMac mac = macs.Compute(context, request.KeyIdentifier!, request.VerificationAttributes!, request.MessageData!, verifying: true);
        byte[] given = Convert.FromHexString(request.Mac!);
        RequireLength(request, given.Length, mac);
        return MacCheck.Matches(mac.Whole, given)
            ? new VerifyMacResponse { KeyArn = mac.KeyArn, KeyCheckValue = mac.KeyCheckValue }
            : throw new VerificationFailedException(VerificationFailedReason.InvalidMac, "Mac verification failed.");
    }

    // A length that the algorithm does not have is a malformed request, not a wrong MAC.
    private static void RequireLength(VerifyMacRequest request, int length, ComputedMac mac)
    {
        if (mac.IsTdes && length is not (HalfBlock or Block))
        {
            throw new ValidationException($"Mac has {2 * length} hex digits, but a TDES MAC has a valid length of 8 or 16.");
        }

        if (length < MacCheck.MinLength || length > mac.Whole.Length)
        {
            throw new ValidationException(
                $"Mac has {2 * length} hex digits, but a MAC of this algorithm has {2 * MacCheck.MinLength} to {2 * mac.Whole.Length}.");
        }

        if (request.MacLength is { } expected && expected != length)
        {
            throw new ValidationException($"MacLength is {expected}, but Mac has {length} bytes: leave MacLength out, or send as many bytes.");
        }
    }
}
