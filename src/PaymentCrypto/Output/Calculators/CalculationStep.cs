namespace PaymentCrypto;

/// <summary>
/// One step of a calculation: what was done by which clause, what went in, under which key, and what came out. Keys are there by their check
/// value and PINs not at all, unless everything was asked for with <c>-AsPlainText</c>.
/// </summary>
public sealed partial class CalculationStep
{
    /// <summary>The number of the step, from 1.</summary>
    public int Number { get; set; }

    /// <summary>What was done.</summary>
    public string? Step { get; set; }

    /// <summary>The clause of the standard that says so.</summary>
    public string? Clause { get; set; }

    /// <summary>What went in: hex, or decimal digits.</summary>
    public string? Input { get; set; }

    /// <summary>Check value of the key that was used; null where no key was used.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>What came out: hex, or decimal digits.</summary>
    public string? Output { get; set; }

    /// <summary>The number and what was done.</summary>
    public override string ToString() => $"{Number} {Step}";
}
