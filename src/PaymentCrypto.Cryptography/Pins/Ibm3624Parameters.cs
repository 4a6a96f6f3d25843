using PaymentCrypto.Cryptography.Cards;

namespace PaymentCrypto.Cryptography.Pins;

/// <summary>What an issuer that uses IBM 3624 has agreed with its cards, and the data of one of them.</summary>
public readonly ref struct Ibm3624Parameters
{
    /// <summary>Takes the parameters.</summary>
    /// <param name="decimalizationTable">16 decimal digits, for the hex digits 0 to F.</param>
    /// <param name="validationData">1 to 16 decimal digits, mostly of the PAN.</param>
    /// <param name="padCharacter">One hex digit, by which shorter validation data become 16 digits, from the right.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidArgument"/>.</exception>
    public Ibm3624Parameters(ReadOnlySpan<char> decimalizationTable, ReadOnlySpan<char> validationData, char padCharacter)
    {
        CardDigits.Check("decimalization table", decimalizationTable, 16, 16);
        CardDigits.Check("PIN validation data", validationData, 1, 16);
        if (!char.IsAsciiHexDigit(padCharacter))
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, "The pad character of the PIN validation data must be one hex digit.");
        }

        DecimalizationTable = decimalizationTable;
        ValidationData = validationData;
        PadCharacter = padCharacter;
    }

    internal ReadOnlySpan<char> DecimalizationTable { get; }

    internal ReadOnlySpan<char> ValidationData { get; }

    internal char PadCharacter { get; }
}
