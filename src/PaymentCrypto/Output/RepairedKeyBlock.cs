using PaymentCrypto.Api.Tools;

namespace PaymentCrypto;

/// <summary>A TR-31 block with its one damaged character put right, as its MAC proves.</summary>
public sealed class RepairedKeyBlock
{
    /// <summary>Creates an empty description.</summary>
    public RepairedKeyBlock()
    {
    }

    internal RepairedKeyBlock(BlockCorrection correction, int candidates)
    {
        Position = correction.Position;
        Found = correction.Found.ToString();
        Right = correction.Right.ToString();
        Candidates = candidates;
        WrappedKeyBlock = correction.Block;
    }

    /// <summary>Which character was wrong, from 1.</summary>
    public int Position { get; set; }

    /// <summary>The character that stood there.</summary>
    public string? Found { get; set; }

    /// <summary>The character that belongs there.</summary>
    public string? Right { get; set; }

    /// <summary>How many corrections the MAC allows: more than one by chance only, with the short MAC of versions A and C.</summary>
    public int Candidates { get; set; }

    /// <summary>The block as it should be, for Import-PcKey.</summary>
    public string? WrappedKeyBlock { get; set; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"character {Position} is '{Right}', not '{Found}'");
}
