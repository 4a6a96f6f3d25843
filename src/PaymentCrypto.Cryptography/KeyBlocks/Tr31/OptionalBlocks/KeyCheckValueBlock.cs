using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>KC, KP or PK: the check value of the wrapped key, of the key block protection key, or of the protection key of an export.</summary>
public sealed class KeyCheckValueBlock : Tr31OptionalBlock
{
    private const int MethodLength = 2;

    private KeyCheckValueBlock(string id, KeyCheckValueMethod method, string checkValue)
        : base(id, $"{(int)method:X2}{checkValue}")
    {
        Method = method;
        CheckValue = checkValue;
    }

    /// <summary>How the check value was made.</summary>
    public KeyCheckValueMethod Method { get; }

    /// <summary>
    /// The check value in hex: up to 6 digits for <see cref="KeyCheckValueMethod.Legacy"/>, up to 10 for <see cref="KeyCheckValueMethod.Cmac"/>.
    /// </summary>
    public string CheckValue { get; }

    /// <summary>KC: the check value of the wrapped key.</summary>
    /// <param name="method">How it was made.</param>
    /// <param name="checkValue">The check value in hex.</param>
    /// <returns>The block.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.Tr31OptionalBlockContent"/>.</exception>
    public static KeyCheckValueBlock ForWrappedKey(KeyCheckValueMethod method, string checkValue) => Create("KC", method, checkValue);

    /// <summary>KP: the check value of the key block protection key.</summary>
    /// <param name="method">How it was made.</param>
    /// <param name="checkValue">The check value in hex.</param>
    /// <returns>The block.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.Tr31OptionalBlockContent"/>.</exception>
    public static KeyCheckValueBlock ForProtectionKey(KeyCheckValueMethod method, string checkValue) => Create("KP", method, checkValue);

    /// <summary>PK: the check value of the key block protection key under which the key was exported.</summary>
    /// <param name="method">How it was made.</param>
    /// <param name="checkValue">The check value in hex.</param>
    /// <returns>The block.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.Tr31OptionalBlockContent"/>.</exception>
    public static KeyCheckValueBlock ForExportProtectionKey(KeyCheckValueMethod method, string checkValue) => Create("PK", method, checkValue);

    internal static KeyCheckValueBlock? TryRead(string id, string data)
    {
        if (data.Length <= MethodLength || data[0] != '0' || data[1] is not ('0' or '1'))
        {
            return null;
        }

        var method = (KeyCheckValueMethod)(data[1] - '0');
        return Fits(method, data[MethodLength..]) ? new KeyCheckValueBlock(id, method, data[MethodLength..]) : null;
    }

    private static KeyCheckValueBlock Create(string id, KeyCheckValueMethod method, string checkValue)
    {
        ArgumentNullException.ThrowIfNull(checkValue);
        return Fits(method, checkValue)
            ? new KeyCheckValueBlock(id, method, checkValue)
            : throw new CryptographyException(
                CryptographyError.Tr31OptionalBlockContent,
                $"Optional block {id} takes up to {MaxDigits(method)} hex digits for method {(int)method:X2}, but \"{Printable.Quote(checkValue)}\" was "
                    + "given.");
    }

    private static bool Fits(KeyCheckValueMethod method, string checkValue)
        => checkValue.Length > 0 && checkValue.Length % 2 == 0 && checkValue.Length <= MaxDigits(method) && HexText.IsHex(checkValue);

    private static int MaxDigits(KeyCheckValueMethod method) => method == KeyCheckValueMethod.Cmac ? 10 : 6;
}
