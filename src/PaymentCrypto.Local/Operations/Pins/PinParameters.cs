using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Pins;

namespace PaymentCrypto.Local.Operations.Pins;

/// <summary>The parameters of IBM 3624 in each of the structures that carry them.</summary>
internal static class PinParameters
{
    public static Ibm3624Parameters Of(Ibm3624PinOffset from) => Of(from.DecimalizationTable!, from.PinValidationData!, from.PinValidationDataPadCharacter!);

    public static Ibm3624Parameters Of(Ibm3624NaturalPin from) => Of(from.DecimalizationTable!, from.PinValidationData!, from.PinValidationDataPadCharacter!);

    public static Ibm3624Parameters Of(Ibm3624RandomPin from) => Of(from.DecimalizationTable!, from.PinValidationData!, from.PinValidationDataPadCharacter!);

    public static Ibm3624Parameters Of(Ibm3624PinFromOffset from) =>
        Of(from.DecimalizationTable!, from.PinValidationData!, from.PinValidationDataPadCharacter!);

    public static Ibm3624Parameters Of(Ibm3624PinVerification from) =>
        Of(from.DecimalizationTable!, from.PinValidationData!, from.PinValidationDataPadCharacter!);

    private static Ibm3624Parameters Of(string table, string data, string pad) => new(table, data, pad[0]);
}
