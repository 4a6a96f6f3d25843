namespace PaymentCrypto.Api.Tools;

/// <summary>What the header of a new key block shall say: either <see cref="Header"/>, or the fields.</summary>
public sealed record KeyBlockFields
{
    /// <summary>A whole header, 16 characters and optional blocks. Its length field is computed.</summary>
    public string? Header { get; init; }

    /// <summary>Two characters such as <c>P0</c>, or one of <see cref="Api.KeyUsage"/>.</summary>
    public string? KeyUsage { get; init; }

    /// <summary>One character such as <c>B</c>, or its name; null for the widest mode of the usage.</summary>
    public string? ModeOfUse { get; init; }

    /// <summary>E, N or S, or one of <see cref="KeyExportability"/>.</summary>
    public string Exportability { get; init; } = KeyExportability.Exportable;

    /// <summary>Two letters or digits.</summary>
    public string KeyVersion { get; init; } = "00";

    /// <summary>The optional blocks in their order. PB is added where it is needed, HM for an HMAC key.</summary>
    public IReadOnlyList<KeyBlockOptionalBlock> OptionalBlocks { get; init; } = [];
}
