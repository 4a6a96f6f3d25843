using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;

namespace PaymentCrypto.Commands.Data;

/// <summary>Encrypts data.</summary>
/// <remarks>
/// <para>
/// Under a data key (D0), with -KeySerialNumber under the DUKPT key of a terminal, with -SessionDerivationData under the session key of a
/// card, with -PaddingType under an RSA key. The service pads nothing: with CBC and ECB the data is a multiple of the block, 8 bytes with TDES
/// and 16 with AES.
/// </para>
/// </remarks>
/// <seealso cref="UnprotectPcDataCommand"/>
/// <seealso cref="ConvertPcDataCommand"/>
/// <seealso>about_PaymentCrypto_DataPlane</seealso>
[Cmdlet(VerbsSecurity.Protect, "PcData", DefaultParameterSetName = KeySet)]
[OutputType(typeof(EncryptedData), typeof(CalculationStep))]
public sealed class ProtectPcDataCommand : PcDataCmdlet
{
    /// <summary>The data: hex digits, a byte array, or with <c>-Text</c> a text; up to 2,048 bytes.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PlainText")]
    [DataTransformation]
    [AllowEmptyString]
    public string Data { get; set; } = string.Empty;

    private protected override void Operate()
    {
        KeyUse key = UsedKey;
        EncryptDataResponse response = Ask(new EncryptDataRequest
        {
            KeyIdentifier = key.Identifier,
            WrappedKey = key.Dynamic,
            PlainText = DataText.ToHex(nameof(Data), Data, EncodingOf(Text, Encoding), DataInput.MostPlainBytes),
            EncryptionAttributes = Attributes,
        });
        Answer(
            new EncryptedData
            {
                CipherText = response.CipherText,
                KeySerialNumber = ParameterSetName == KeySet ? Serial : null,
                KeyArn = response.KeyArn,
                KeyCheckValue = response.KeyCheckValue,
            },
            ("cipher text", response.CipherText));
    }
}
