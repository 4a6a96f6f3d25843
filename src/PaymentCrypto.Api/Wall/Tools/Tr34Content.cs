namespace PaymentCrypto.Api.Tools;

/// <summary>A TR-34 token that was opened: every check passed.</summary>
/// <param name="Description">The token.</param>
/// <param name="SignatureForm">Over what the signature verified: <c>AsReceived</c> or <c>DerSorted</c>.</param>
/// <param name="Key">The clear key; the caller disposes it.</param>
public sealed record Tr34Content(Tr34Description Description, string SignatureForm, KeyMaterial Key);
