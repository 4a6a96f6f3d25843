using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.DataPlane;

/// <summary>The parameters of EMV keys, checked.</summary>
internal static class EmvInput
{
    private const int LongestPanOfOptionA = 16;

    /// <summary>
    /// How the card key comes from the issuer's: as given, or by the length of the PAN. Option B is for more than 16 digits (EMV Book 2, A1.4).
    /// </summary>
    public static string Major(string? given, string? pan) => Field.Choice("MajorKeyDerivation", Long(given), MajorKeyDerivationMode.All)
        ?? (Field.Pan(pan).Length > LongestPanOfOptionA ? MajorKeyDerivationMode.EmvOptionB : MajorKeyDerivationMode.EmvOptionA);

    /// <summary>The service's name of a session key derivation, which may be given as the scheme's name alone.</summary>
    public static string SessionMode(string given) => given.Trim().ToUpperInvariant() switch
    {
        "EMVCOMMON" or "EMV_COMMON" or "EMV" => SessionKeyDerivationMode.EmvCommonSessionKey,
        "MASTERCARD" => SessionKeyDerivationMode.MastercardSessionKey,
        "UNIONPAY" => SessionKeyDerivationMode.UnionPay,
        "EMV_2000" => SessionKeyDerivationMode.Emv2000,
        _ => Field.OneOf("SessionKeyDerivation", given, SessionKeyDerivationMode.All),
    };

    /// <summary>An application cryptogram, 8 bytes.</summary>
    public static string Cryptogram(string parameter, string? value) => Field.Hex(parameter, value, 16, 16, "an application cryptogram");

    private static string? Long(string? given) => given?.Trim().ToUpperInvariant() switch
    {
        "A" or "OPTION_A" => MajorKeyDerivationMode.EmvOptionA,
        "B" or "OPTION_B" => MajorKeyDerivationMode.EmvOptionB,
        _ => given,
    };
}
