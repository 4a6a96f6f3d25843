namespace PaymentCrypto.Server.Settings;

/// <summary>What stands on the command line, or in what it names, is wrong; nothing was begun.</summary>
internal sealed class UsageException(string message) : Exception(message);
