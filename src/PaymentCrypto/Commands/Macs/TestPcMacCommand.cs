using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;

namespace PaymentCrypto.Commands.Macs;

/// <summary>Verifies the MAC of a message.</summary>
/// <remarks>
/// <para>
/// True when the MAC is right, false when it is another. An error for everything else, such as a MAC of a length that the algorithm does not
/// have. The parameters are those of New-PcMac.
/// </para>
/// </remarks>
/// <seealso cref="NewPcMacCommand"/>
/// <seealso>about_PaymentCrypto_DataPlane</seealso>
[Cmdlet(VerbsDiagnostic.Test, "PcMac", DefaultParameterSetName = MacInput.KeySet)]
[OutputType(typeof(bool), typeof(VerificationResult), typeof(CalculationStep))]
public sealed class TestPcMacCommand : PcMacCmdlet
{
    /// <summary>The MAC to verify, 8 to 128 hex digits.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string Mac { get; set; } = string.Empty;

    /// <summary>Return an object with the result, the reason and the keys, in place of true or false.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    private protected override void Operate()
    {
        KeyUse key = UseKey();
        string mac = Field.Hex(nameof(Mac), Mac, 8, 128, "a MAC");
        var request = new VerifyMacRequest
        {
            KeyIdentifier = key.Identifier,
            MessageData = Message(),
            Mac = mac.Length % 2 == 0
                ? mac
                : throw Field.Invalid(nameof(Mac), $"-{nameof(Mac)} has {mac.Length} hex digits; two make one byte, so the number must be even."),
            VerificationAttributes = Attributes(key),
            MacLength = MacInput.Length(MacLength),
        };
        Verify(request, Detailed, static (result, response) =>
        {
            result.KeyArn = response.KeyArn;
            result.KeyCheckValue = response.KeyCheckValue;
        });
    }
}
