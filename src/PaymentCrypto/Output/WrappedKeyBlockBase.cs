using PaymentCrypto.Api.Tools;

namespace PaymentCrypto;

/// <summary>What TR-31 key blocks and TR-34 tokens have in common: a block and its header.</summary>
public abstract partial class WrappedKeyBlockBase
{
    private protected WrappedKeyBlockBase()
    {
    }

    /// <summary>The block as it is sent: a TR-31 block as its characters, a TR-34 token as upper-case hex of its DER.</summary>
    public string? WrappedKeyBlock { get; set; }

    /// <summary>The key block header, optional blocks included.</summary>
    public string? Header { get; set; }

    /// <summary>Key usage, two characters.</summary>
    public string? KeyUsage { get; set; }

    /// <summary>What the usage stands for.</summary>
    public string? KeyUsageMeaning { get; set; }

    /// <summary>Mode of use, one letter.</summary>
    public string? ModeOfUse { get; set; }

    /// <summary>What the mode stands for.</summary>
    public string? ModeOfUseMeaning { get; set; }

    /// <summary>The algorithm in the header, one letter.</summary>
    public string? HeaderAlgorithm { get; set; }

    /// <summary>Exportability, one letter: E, N or S.</summary>
    public string? Exportability { get; set; }

    /// <summary>Key version, two characters.</summary>
    public string? KeyVersion { get; set; }

    /// <summary>The optional blocks in their order.</summary>
    public KeyBlockOptionalBlock[] OptionalBlocks { get; set; } = [];

    /// <summary>The algorithm of the key with its length; null when the block was not opened.</summary>
    public string? KeyAlgorithm { get; set; }

    /// <summary>The check value of the key, upper-case hex; null when the block was not opened.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>How the check value was computed.</summary>
    public string? KeyCheckValueAlgorithm { get; set; }

    /// <summary>The clear key when the block was opened; else null. It never shows itself.</summary>
    public ClearKey? Key { get; set; }

    /// <summary>What a strict reader would have refused, or the receiver should know.</summary>
    public string[] Warnings { get; set; } = [];

    /// <summary>The block.</summary>
    public override string ToString() => WrappedKeyBlock ?? string.Empty;

    internal void Describe(KeyBlockHeader header, IReadOnlyList<string> warnings)
    {
        Header = header.Text;
        KeyUsage = header.KeyUsage;
        KeyUsageMeaning = header.KeyUsageMeaning;
        ModeOfUse = header.ModeOfUse;
        ModeOfUseMeaning = header.ModeOfUseMeaning;
        HeaderAlgorithm = header.Algorithm;
        Exportability = header.Exportability;
        KeyVersion = header.KeyVersion;
        OptionalBlocks = [.. header.OptionalBlocks];
        Warnings = [.. warnings];
    }

    internal void Describe(KeyMaterial key, CheckValue? checkValue)
    {
        KeyAlgorithm = key.Algorithm;
        KeyCheckValue = checkValue?.Value;
        KeyCheckValueAlgorithm = checkValue?.Algorithm;
    }
}
