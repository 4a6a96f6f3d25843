using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Tokens;

/// <summary>What a token is for. Tokens of different kinds never stand in for one another.</summary>
/// <param name="Direction">One of <see cref="TokenDirection"/>.</param>
/// <param name="KeyMaterialType">One of <see cref="Api.KeyMaterialType"/>.</param>
/// <param name="KeyAlgorithm">The algorithm of its RSA key; one of <see cref="Api.KeyAlgorithm"/>.</param>
internal sealed record TokenKind(string Direction, string KeyMaterialType, string KeyAlgorithm);
