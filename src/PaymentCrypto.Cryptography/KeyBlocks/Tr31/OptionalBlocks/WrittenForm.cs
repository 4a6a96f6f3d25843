namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>
/// What a reader understands and X9.143 does not write. Two texts for one value are two blocks to whoever compares them as text, so a strict
/// reader takes only the one.
/// </summary>
internal static class WrittenForm
{
    private const string LowerCase = "has lower-case hex digits; X9.143 writes upper case";

    /// <summary>What is unusual in the content of a block that was understood, or null.</summary>
    public static string? Oddity(Tr31OptionalBlock block) => block switch
    {
        KeyCheckValueBlock or BaseDerivationKeyIdBlock or InitialKeyIdBlock when HasLowerCase(block.Data) => LowerCase,
        KeySerialNumberBlock when HasLowerCase(block.Data) => LowerCase,
        KeySerialNumberBlock { Data.Length: KeySerialNumberBlock.LegacyLength } => "has 16 hex digits, as blocks before X9.143 had; X9.143 writes 20",
        CertificateBlock { IsCanonical: false } =>
            "is not written as X9.143 writes it: lengths in upper-case hex, base64 without spaces and with zero bits at its end",
        DerivationsAllowedBlock derivations when !derivations.Derivations.All(IsDefined) => "allows a derivation with a value that X9.143 does not define",
        _ => null,
    };

    /// <summary>Whether a text of hex digits has lower-case ones.</summary>
    public static bool HasLowerCase(ReadOnlySpan<char> hex) => hex.IndexOfAnyInRange('a', 'f') >= 0;

    private static bool IsDefined(AllowedDerivation derivation)
        => derivation.KeyUsage.IsKnown
            && Enum.IsDefined(derivation.Algorithm)
            && Enum.IsDefined(derivation.ModeOfUse)
            && Enum.IsDefined(derivation.Exportability);
}
