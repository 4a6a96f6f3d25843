namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>DA: which keys may be derived from the wrapped key.</summary>
public sealed class DerivationsAllowedBlock : Tr31OptionalBlock
{
    private const string Version = "01";
    private const int EntryLength = 5;

    private readonly AllowedDerivation[] _derivations;

    /// <summary>Makes the block.</summary>
    /// <param name="derivations">At least one.</param>
    public DerivationsAllowedBlock(params AllowedDerivation[] derivations)
        : base("DA", Version + string.Concat(derivations.AsEnumerable()))
        => _derivations = [.. derivations];

    /// <summary>The derivations in their order.</summary>
    public IReadOnlyList<AllowedDerivation> Derivations => _derivations;

    internal static DerivationsAllowedBlock? TryRead(string data)
    {
        if (data.Length <= Version.Length || !data.StartsWith(Version, StringComparison.Ordinal) || (data.Length - Version.Length) % EntryLength != 0)
        {
            return null;
        }

        var derivations = new AllowedDerivation[(data.Length - Version.Length) / EntryLength];
        for (int i = 0; i < derivations.Length; i++)
        {
            ReadOnlySpan<char> entry = data.AsSpan(Version.Length + (i * EntryLength), EntryLength);
            derivations[i] = new AllowedDerivation(
                Tr31KeyUsage.FromHeader(entry[0], entry[1]), (Tr31Algorithm)entry[2], (Tr31ModeOfUse)entry[3], (Tr31Exportability)entry[4]);
        }

        return new DerivationsAllowedBlock(derivations);
    }
}
