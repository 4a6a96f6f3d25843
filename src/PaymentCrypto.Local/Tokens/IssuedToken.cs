namespace PaymentCrypto.Local.Tokens;

/// <summary>A token as it is answered.</summary>
/// <param name="Token">The token.</param>
/// <param name="Certificate">The leaf: base64 of PEM.</param>
/// <param name="CertificateChain">The root: base64 of PEM.</param>
/// <param name="ValidUntil">When both end.</param>
internal sealed record IssuedToken(string Token, string Certificate, string CertificateChain, DateTimeOffset ValidUntil);
