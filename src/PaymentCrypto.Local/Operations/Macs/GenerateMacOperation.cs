using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;

namespace PaymentCrypto.Local.Operations.Macs;

/// <summary>Answers the MAC of a message.</summary>
internal sealed class GenerateMacOperation(DataRates rates, MacComputation macs) : DataOperation<GenerateMacRequest, GenerateMacResponse>(rates)
{
    /// <inheritdoc/>
    protected override GenerateMacResponse Answer(GenerateMacRequest request, OperationContext context)
    {
        ComputedMac mac = macs.Compute(context, request.KeyIdentifier!, request.GenerationAttributes!, request.MessageData!, verifying: false);
        int length = request.MacLength ?? mac.DefaultLength;
        return length <= mac.Whole.Length
            ? new GenerateMacResponse { KeyArn = mac.KeyArn, KeyCheckValue = mac.KeyCheckValue, Mac = Convert.ToHexString(mac.Whole.AsSpan(0, length)) }
            : throw new ValidationException($"MacLength {length} is more than a MAC of this algorithm has: at most {mac.Whole.Length} bytes.");
    }
}
