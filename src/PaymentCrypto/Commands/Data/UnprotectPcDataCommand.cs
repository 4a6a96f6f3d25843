using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;

namespace PaymentCrypto.Commands.Data;

/// <summary>Decrypts data.</summary>
/// <remarks>
/// <para>
/// What Protect-PcData, a terminal or a card has encrypted, with the same parameters. The plain text is what is asked for, so it is in the
/// object and on the screen: do not do it where a transcript runs.
/// </para>
/// <para>A wrong key is no error: without padding nothing tells it, and the plain text is noise.</para>
/// </remarks>
/// <seealso cref="ProtectPcDataCommand"/>
/// <seealso cref="ConvertPcDataCommand"/>
/// <seealso>about_PaymentCrypto_DataPlane</seealso>
[Cmdlet(VerbsSecurity.Unprotect, "PcData", DefaultParameterSetName = KeySet)]
[OutputType(typeof(DecryptedData), typeof(CalculationStep))]
public sealed class UnprotectPcDataCommand : PcDataCmdlet
{
    /// <summary>The encrypted data: hex digits or a byte array, up to 2,112 bytes.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CipherText")]
    [DataTransformation]
    [AllowEmptyString]
    public string Data { get; set; } = string.Empty;

    private protected override void Operate()
    {
        KeyUse key = UsedKey;
        System.Text.Encoding? encoding = EncodingOf(Text, Encoding);
        DecryptDataResponse response = Ask(new DecryptDataRequest
        {
            KeyIdentifier = key.Identifier,
            WrappedKey = key.Dynamic,
            CipherText = DataText.ToHex(nameof(Data), Data, encoding: null, DataInput.MostCipherBytes),
            DecryptionAttributes = Attributes,
        });
        Answer(
            new DecryptedData
            {
                PlainText = response.PlainText,
                Text = encoding is null ? null : DataText.FromBytes(response.PlainText!, encoding),
                KeyArn = response.KeyArn,
                KeyCheckValue = response.KeyCheckValue,
            },
            ("plain text", response.PlainText));
    }
}
