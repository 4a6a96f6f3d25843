using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.DataPlane;

namespace PaymentCrypto.Commands.Data;

/// <summary>Moves encrypted data to another key; the plain text never leaves the provider.</summary>
/// <remarks>
/// <para>
/// Either side is a data key (D0), a TR-31 block with one, a table that says how to agree one by ECDH, or with its key serial number a DUKPT
/// base derivation key. The service takes no key with mode of use N here: the incoming key has to decrypt, the outgoing one to encrypt.
/// </para>
/// </remarks>
/// <seealso cref="ProtectPcDataCommand"/>
/// <seealso cref="UnprotectPcDataCommand"/>
/// <seealso>about_PaymentCrypto_DataPlane</seealso>
[Cmdlet(VerbsData.Convert, "PcData")]
[OutputType(typeof(EncryptedData), typeof(CalculationStep))]
public sealed class ConvertPcDataCommand : PcExplainingCmdlet
{
    private readonly KeyParameter _incoming;
    private readonly KeyParameter _outgoing;

    /// <summary>Creates the cmdlet.</summary>
    public ConvertPcDataCommand()
    {
        _incoming = new KeyParameter(this, nameof(IncomingKey), nameof(IncomingWrappingKey));
        _outgoing = new KeyParameter(this, nameof(OutgoingKey), nameof(OutgoingWrappingKey));
    }

    /// <summary>The key that the data is under: a D0 key, a B0 key with its serial number, a TR-31 block, or a table for ECDH.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("IncomingKeyIdentifier", "From")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? IncomingKey { get; set; }

    /// <summary>The key that the data shall be under: a D0 key, a B0 key with its serial number, a TR-31 block, or a table for ECDH.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("OutgoingKeyIdentifier", "To")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public object? OutgoingKey { get; set; }

    /// <summary>The encrypted data: hex digits or a byte array, up to 2,112 bytes.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CipherText")]
    [DataTransformation]
    [AllowEmptyString]
    public string Data { get; set; } = string.Empty;

    /// <summary>The mode that the data is encrypted with; CBC unless given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? IncomingMode { get; set; }

    /// <summary>The mode to encrypt with; CBC unless given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? OutgoingMode { get; set; }

    /// <summary>The initial vector that the data is encrypted with, one block in hex. Zeros unless given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IncomingInitializationVector { get; set; }

    /// <summary>The initial vector to encrypt with, one block in hex. Zeros unless given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutgoingInitializationVector { get; set; }

    /// <summary>The key serial number (KSN) of the DUKPT key that the data is under, hex.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("KeySerialNumber", "Ksn")]
    [AllowEmptyString]
    public string? IncomingKeySerialNumber { get; set; }

    /// <summary>The key serial number (KSN) of a DUKPT key that the data shall be under, hex.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutgoingKeySerialNumber { get; set; }

    /// <summary>Which of the DUKPT keys the data is under. The service takes that of the request unless given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? IncomingDukptKeyVariant { get; set; }

    /// <summary>Which of the DUKPT keys the data shall be under. The service takes that of the request unless given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? OutgoingDukptKeyVariant { get; set; }

    /// <summary>The type of the DUKPT key that the data is under. The service takes that of the base key unless given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? IncomingDukptDerivationType { get; set; }

    /// <summary>The type of the DUKPT key that the data shall be under. The service takes that of the base key unless given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DataPlaneValueCompleter))]
    [ValidateNotNullOrEmpty]
    public string? OutgoingDukptDerivationType { get; set; }

    /// <summary>The key encryption key of the provider that a TR-31 block in <c>-IncomingKey</c> is under.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(KeyCompleter))]
    public object? IncomingWrappingKey { get; set; }

    /// <summary>The key encryption key of the provider that a TR-31 block in <c>-OutgoingKey</c> is under.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(KeyCompleter))]
    public object? OutgoingWrappingKey { get; set; }

    private protected override IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["CipherText"] = nameof(Data),
        ["IncomingWrappedKey"] = nameof(IncomingKey),
        ["OutgoingWrappedKey"] = nameof(OutgoingKey),
    };

    private protected override void Operate()
    {
        KeyUse outgoing = _outgoing.Read(OutgoingKey, OutgoingWrappingKey);
        KeyUse incoming = Use(_incoming, IncomingKey, IncomingWrappingKey);
        ReEncryptDataResponse response = Ask(new ReEncryptDataRequest
        {
            IncomingKeyIdentifier = incoming.Identifier,
            IncomingWrappedKey = incoming.Dynamic,
            OutgoingKeyIdentifier = outgoing.Identifier,
            OutgoingWrappedKey = outgoing.Dynamic,
            CipherText = DataText.ToHex(nameof(Data), Data, encoding: null, DataInput.MostCipherBytes),
            IncomingEncryptionAttributes = DataInput.Static(
                "Incoming", Optional(nameof(IncomingKeySerialNumber), IncomingKeySerialNumber), IncomingMode, IncomingDukptDerivationType,
                IncomingDukptKeyVariant, IncomingInitializationVector),
            OutgoingEncryptionAttributes = DataInput.Static(
                "Outgoing", OutgoingKeySerialNumber, OutgoingMode, OutgoingDukptDerivationType, OutgoingDukptKeyVariant, OutgoingInitializationVector),
        });
        Answer(
            new EncryptedData
            {
                CipherText = response.CipherText,
                KeySerialNumber = OutgoingKeySerialNumber,
                KeyArn = response.KeyArn,
                KeyCheckValue = response.KeyCheckValue,
            },
            ("cipher text", response.CipherText));
    }
}
