using PaymentCrypto.Commands.DataPlane;

namespace PaymentCrypto.Commands.Pins;

/// <summary>The parameters of IBM 3624, checked.</summary>
/// <param name="Table">16 decimal digits, one for each hex digit.</param>
/// <param name="Data">4 to 16 digits.</param>
/// <param name="Pad">The hex digit that fills it up to 16.</param>
internal readonly record struct PinValidation(string Table, string Data, string Pad)
{
    /// <summary>The table that most issuers use: each hex digit modulo ten.</summary>
    public const string UsualTable = "0123456789012345";

    /// <summary>The pad that most issuers use.</summary>
    public const string UsualPad = "F";

    /// <summary>Reads the three parameters.</summary>
    public static PinValidation Of(string table, string data, string pad) => new(
        Field.Digits("DecimalizationTable", table, 16, 16, "a decimalization table"),
        Field.Hex("PinValidationData", data, 4, 16, "PIN validation data, usually a part of the PAN,"),
        Field.Hex("PinValidationDataPadCharacter", pad, 1, 1, "a pad character"));

    /// <summary>Nothing: validation data is a part of the PAN.</summary>
    public override string ToString() => nameof(PinValidation);
}
