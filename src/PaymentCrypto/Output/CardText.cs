namespace PaymentCrypto;

/// <summary>The words for cards in PaymentCrypto.DataPlane.Format.ps1xml.</summary>
public static class CardText
{
    private const int First = 6;
    private const int Last = 4;

    /// <summary>A card number as it may be shown: the first six and the last four digits (PCI DSS 3.4.1).</summary>
    /// <param name="pan">The card number.</param>
    public static string Mask(string? pan) => pan switch
    {
        null => string.Empty,
        { Length: > First + Last } => string.Concat(pan.AsSpan(0, First), new string('*', pan.Length - First - Last), pan.AsSpan(pan.Length - Last)),
        _ => new string('*', pan.Length),
    };
}
