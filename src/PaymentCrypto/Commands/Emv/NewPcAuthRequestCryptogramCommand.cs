using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;

namespace PaymentCrypto.Commands.Emv;

/// <summary>Makes the application cryptogram (ARQC) of a card, as the card does.</summary>
/// <remarks>
/// <para>An aid for development and tests: the card makes its cryptogram itself. A switch says how the session key comes from the card key.</para>
/// </remarks>
/// <seealso cref="TestPcAuthRequestCryptogramCommand"/>
/// <seealso>about_PaymentCrypto_DataPlane</seealso>
[Cmdlet(VerbsCommon.New, "PcAuthRequestCryptogram", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low,
    DefaultParameterSetName = nameof(EmvCommon))]
[OutputType(typeof(AuthRequestCryptogram), typeof(CalculationStep))]
public sealed class NewPcAuthRequestCryptogramCommand : PcAuthRequestCryptogramCmdlet
{
    private protected override void Operate()
    {
        KeyUse key = UseKey();
        var request = new GenerateAuthRequestCryptogramRequest
        {
            KeyIdentifier = key.Identifier,
            TransactionData = CardSession.Data(TransactionData),
            MajorKeyDerivationMode = Major(),
            SessionKeyDerivationAttributes = CardSessionKey(),
        };
        if (!ShouldProcess(key.ToString(), "Make cryptogram"))
        {
            return;
        }

        GenerateAuthRequestCryptogramResponse response = Ask(request);
        Answer(
            new AuthRequestCryptogram
            {
                Cryptogram = response.AuthRequestCryptogram,
                SessionKeyDerivation = ParameterSetName,
                PrimaryAccountNumber = Field.Pan(PrimaryAccountNumber),
                PanSequenceNumber = Field.PanSequenceNumber(PanSequenceNumber),
                ApplicationTransactionCounter = ApplicationTransactionCounter.Length > 0 ? ApplicationTransactionCounter : null,
                UnpredictableNumber = UnpredictableNumber.Length > 0 ? UnpredictableNumber : null,
                KeyArn = response.KeyArn,
                KeyCheckValue = response.KeyCheckValue,
            },
            ("ARQC", response.AuthRequestCryptogram));
    }
}
