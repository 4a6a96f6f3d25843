using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>Takes in what DUKPT needs beside its key.</summary>
internal static class DukptInput
{
    /// <summary>Length of a key serial number of AES DUKPT in bytes.</summary>
    public const int AesSerialLength = 12;

    private const string Right = "20 hex digits (or 16, taken with FFFF before them) for a TDES key, 24 for an AES key";

    /// <summary>A key serial number.</summary>
    public static byte[] SerialNumber(string parameter, object? text)
    {
        byte[] serial = CalculatorInput.Bytes(parameter, text, 0, int.MaxValue, Right);
        return serial.Length switch
        {
            0 => throw new ParameterException(ParameterFailure.Missing, parameter, $"-{parameter} is empty; it must be {Right}."),
            8 or 10 or AesSerialLength => serial,
            _ => throw CalculatorInput.Invalid(parameter, Right, $"has {2 * serial.Length} hex digits"),
        };
    }

    /// <summary>The family of the base derivation key that has such serial numbers.</summary>
    public static string FamilyOf(byte[] serial) => serial.Length == AesSerialLength ? "AES" : "TDES";

    /// <summary>The algorithm of the working keys.</summary>
    public static string DerivationType(string parameter, string? text) => Field.OneOf(parameter, text, DukptDerivationType.All);
}
