namespace PaymentCrypto.Api.Tools;

/// <summary>A key check value (KCV). It is public.</summary>
/// <param name="Value">Upper-case hex.</param>
/// <param name="Algorithm">How it was computed; one of <see cref="KeyCheckValueAlgorithm"/>.</param>
public sealed record CheckValue(string Value, string Algorithm)
{
    /// <summary>The value.</summary>
    public override string ToString() => Value;
}
