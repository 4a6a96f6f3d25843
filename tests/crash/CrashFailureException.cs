namespace PaymentCrypto.Crash;

/// <summary>A run found something that must not be.</summary>
/// <param name="message">What.</param>
internal sealed class CrashFailureException(string message) : Exception(message);
