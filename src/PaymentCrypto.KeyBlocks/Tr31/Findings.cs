namespace PaymentCrypto.KeyBlocks.Tr31;

/// <summary>Collects what a reader noticed; in strict mode a deviation from the standard ends the reading.</summary>
internal sealed class Findings(bool strict)
{
    private List<KeyBlockWarning>? _warnings;

    public IReadOnlyList<KeyBlockWarning> Warnings => _warnings is null ? [] : _warnings;

    /// <summary>A deviation from the standard.</summary>
    public void Deviation(KeyBlockError check, string message)
    {
        if (strict)
        {
            throw new KeyBlockException(check, message);
        }

        Advice(check, message);
    }

    /// <summary>Allowed by the standard, but worth knowing.</summary>
    public void Advice(KeyBlockError check, string message) => (_warnings ??= []).Add(new KeyBlockWarning(check, message));
}
