namespace PaymentCrypto.Commands.DataPlane;

/// <summary>What a key is for and of.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Usage">Its TR-31 usage.</param>
/// <param name="Algorithm">Its algorithm.</param>
internal sealed record KeyFacts(string? Arn, string? Usage, string? Algorithm);
