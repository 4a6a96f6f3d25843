namespace PaymentCrypto.Hosting.Seeds.Texts;

/// <summary>A value in a seed, whatever its form was, with the line that it stands on.</summary>
/// <param name="Line">From 1.</param>
internal abstract record SeedValue(int Line)
{
    /// <summary>The type's name only: a value may be a key.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>A text, or a number as it was written.</summary>
internal sealed record SeedText(int Line, string Text) : SeedValue(Line);

/// <summary>True or false.</summary>
internal sealed record SeedFlag(int Line, bool On) : SeedValue(Line);

/// <summary>Nothing, which is as if the field were not there.</summary>
internal sealed record SeedNothing(int Line) : SeedValue(Line);

/// <summary>A list.</summary>
internal sealed record SeedList(int Line, IReadOnlyList<SeedValue> Items) : SeedValue(Line);

/// <summary>Names and values in their order; names compare without case, as PowerShell has it.</summary>
internal sealed record SeedTable(int Line, IReadOnlyList<SeedField> Fields) : SeedValue(Line);

/// <summary>A name with its value.</summary>
internal sealed record SeedField(string Name, SeedValue Value);
