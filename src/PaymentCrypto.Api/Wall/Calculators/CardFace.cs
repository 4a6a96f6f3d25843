namespace PaymentCrypto.Api.Calculators;

/// <summary>What stands on a card.</summary>
/// <param name="PrimaryAccountNumber">12 to 19 digits.</param>
/// <param name="ExpiryDate">4 digits, in the order that the issuer uses.</param>
/// <param name="ServiceCode">3 digits; null where none counts.</param>
public sealed record CardFace(string PrimaryAccountNumber, string ExpiryDate, string? ServiceCode)
{
    /// <summary>Shows nothing of the card.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "a card";
}
