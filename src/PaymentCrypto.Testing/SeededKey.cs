namespace PaymentCrypto.Testing;

/// <summary>A test key that was made.</summary>
/// <param name="KeyArn">Its ARN.</param>
/// <param name="KeyCheckValue">Its check value, in upper-case hex.</param>
public sealed record SeededKey(string KeyArn, string KeyCheckValue);
