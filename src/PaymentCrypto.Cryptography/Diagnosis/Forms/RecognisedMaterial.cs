namespace PaymentCrypto.Cryptography.Diagnosis.Forms;

/// <summary>What a text turned out to be, mended as far as its form goes.</summary>
public sealed record RecognisedMaterial
{
    /// <summary>What it is.</summary>
    public required MaterialKind Kind { get; init; }

    /// <summary>The text without what was around it: a TR-31 block in one line, PEM as it is.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The bytes of a token, cryptogram or certificate; empty for text.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>What there is to say about its form.</summary>
    public IReadOnlyList<ExchangeFinding> Findings { get; init; } = [];
}
