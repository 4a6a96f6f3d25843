namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>One kind of key that may be derived.</summary>
/// <param name="KeyUsage">Its usage.</param>
/// <param name="Algorithm">Its algorithm.</param>
/// <param name="ModeOfUse">Its mode of use.</param>
/// <param name="Exportability">Its exportability.</param>
public readonly record struct AllowedDerivation(Tr31KeyUsage KeyUsage, Tr31Algorithm Algorithm, Tr31ModeOfUse ModeOfUse, Tr31Exportability Exportability)
{
    /// <summary>The five characters of the block.</summary>
    /// <returns>For example <c>D2ABN</c>.</returns>
    public override string ToString() => $"{KeyUsage.Code}{(char)Algorithm}{(char)ModeOfUse}{(char)Exportability}";
}
