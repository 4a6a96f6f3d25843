using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;

namespace PaymentCrypto.Commands.Macs;

/// <summary>Computes the MAC of a message.</summary>
/// <remarks>
/// <para>
/// With a MAC key by the algorithm that its usage stands for: CMAC, HMAC, the retail MAC or another of ISO 9797-1, or AS 2805. With
/// -KeySerialNumber by a DUKPT key of the terminal. With -SessionKeyDerivation by the session key of a card, for an issuer script.
/// </para>
/// <para>A message under a static key or for a script is padded by the service; under a DUKPT key by ISO 9797-1 it has to be a multiple of 8 bytes.</para>
/// </remarks>
/// <seealso cref="TestPcMacCommand"/>
/// <seealso cref="PaymentCrypto.Commands.Emv.NewPcEmvPinChangeCommand"/>
/// <seealso>about_PaymentCrypto_DataPlane</seealso>
[Cmdlet(VerbsCommon.New, "PcMac", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = MacInput.KeySet)]
[OutputType(typeof(MessageMac), typeof(CalculationStep))]
public sealed class NewPcMacCommand : PcMacCmdlet
{
    private protected override void Operate()
    {
        KeyUse key = UseKey();
        var request = new GenerateMacRequest
        {
            KeyIdentifier = key.Identifier,
            MessageData = Message(),
            GenerationAttributes = Attributes(key),
            MacLength = MacInput.Length(MacLength),
        };
        if (!ShouldProcess(key.ToString(), "Compute MAC"))
        {
            return;
        }

        GenerateMacResponse response = Ask(request);
        Answer(
            new MessageMac
            {
                Mac = response.Mac,
                Algorithm = MacInput.NameOf(request.GenerationAttributes),
                KeyArn = response.KeyArn,
                KeyCheckValue = response.KeyCheckValue,
            },
            ("MAC", response.Mac));
    }
}
