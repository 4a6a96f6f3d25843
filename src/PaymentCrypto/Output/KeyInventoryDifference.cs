namespace PaymentCrypto;

/// <summary>One difference between two inventories.</summary>
public sealed partial class KeyInventoryDifference
{
    /// <summary><c>Added</c> (only in the difference), <c>Removed</c> (only in the reference), <c>Changed</c>, or <c>Equal</c>.</summary>
    public string? Change { get; set; }

    /// <summary><c>Key</c>, <c>Alias</c> or <c>Token</c>.</summary>
    public string? Kind { get; set; }

    /// <summary>What a person calls it.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// By what the two were found to be the same: <c>KeyArn</c>, <c>Alias</c>, <c>KeyCheckValue</c> or <c>Name</c>; null for what is on one side only.
    /// </summary>
    public string? MatchedBy { get; set; }

    /// <summary>The property that differs; null unless something has changed.</summary>
    public string? Property { get; set; }

    /// <summary>Its value in the reference.</summary>
    public string? ReferenceValue { get; set; }

    /// <summary>Its value in the difference.</summary>
    public string? DifferenceValue { get; set; }

    /// <summary>The key's ARN in the reference.</summary>
    public string? ReferenceKeyArn { get; set; }

    /// <summary>The key's ARN in the difference.</summary>
    public string? DifferenceKeyArn { get; set; }

    /// <summary>The difference in one line.</summary>
    public override string ToString() => Property is null ? $"{Change}: {Name}" : $"{Change}: {Name}, {Property} {ReferenceValue} -> {DifferenceValue}";
}
