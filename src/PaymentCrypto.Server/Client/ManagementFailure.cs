namespace PaymentCrypto.Server.Client;

/// <summary>A server did not answer, or its answer was no.</summary>
internal sealed class ManagementFailure(string message) : Exception(message);
