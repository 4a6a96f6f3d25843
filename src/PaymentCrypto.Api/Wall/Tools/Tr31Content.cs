namespace PaymentCrypto.Api.Tools;

/// <summary>A TR-31 key block that was opened: every check passed.</summary>
/// <param name="Description">The block.</param>
/// <param name="Key">The clear key; the caller disposes it.</param>
public sealed record Tr31Content(Tr31Description Description, KeyMaterial Key);
