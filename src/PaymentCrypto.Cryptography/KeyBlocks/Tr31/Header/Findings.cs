namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>Collects what a reader noticed; in strict mode a deviation from the standard ends the reading.</summary>
internal sealed class Findings(bool strict)
{
    private List<CryptographyWarning>? _warnings;

    public IReadOnlyList<CryptographyWarning> Warnings => _warnings is null ? [] : _warnings;

    /// <summary>A deviation from the standard.</summary>
    public void Deviation(CryptographyError check, string message)
    {
        if (strict)
        {
            throw new CryptographyException(check, message);
        }

        Advice(check, message);
    }

    /// <summary>Allowed by the standard, but worth knowing.</summary>
    public void Advice(CryptographyError check, string message) => (_warnings ??= []).Add(new CryptographyWarning(check, message));
}
