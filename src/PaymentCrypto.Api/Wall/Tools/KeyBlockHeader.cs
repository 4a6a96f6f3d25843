namespace PaymentCrypto.Api.Tools;

/// <summary>A key block header as it was read, field by field (X9.143).</summary>
public sealed record KeyBlockHeader
{
    /// <summary>The header's characters, optional blocks included.</summary>
    public required string Text { get; init; }

    /// <summary>The version letter, A to E. Without meaning in TR-34.</summary>
    public required string Version { get; init; }

    /// <summary>Two characters, for example <c>P0</c>.</summary>
    public required string KeyUsage { get; init; }

    /// <summary>What the usage stands for; null when X9.143 does not define it.</summary>
    public string? KeyUsageMeaning { get; init; }

    /// <summary>One character, for example <c>T</c>.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The algorithm's name, for example <c>Tdes</c>; null when X9.143 does not define it.</summary>
    public string? AlgorithmMeaning { get; init; }

    /// <summary>One character, for example <c>B</c>.</summary>
    public required string ModeOfUse { get; init; }

    /// <summary>What the mode stands for; null when X9.143 does not define it.</summary>
    public string? ModeOfUseMeaning { get; init; }

    /// <summary>Two characters; <c>00</c> when unused.</summary>
    public required string KeyVersion { get; init; }

    /// <summary>One character: E, N or S.</summary>
    public required string Exportability { get; init; }

    /// <summary>What the exportability stands for; null when X9.143 does not define it.</summary>
    public string? ExportabilityMeaning { get; init; }

    /// <summary>The optional blocks in their order.</summary>
    public IReadOnlyList<KeyBlockOptionalBlock> OptionalBlocks { get; init; } = [];
}
