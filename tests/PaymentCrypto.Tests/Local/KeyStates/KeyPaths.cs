namespace PaymentCrypto.Tests.Local.KeyStates;

/// <summary>Every way of so many events that a key can go.</summary>
internal static class KeyPaths
{
    /// <summary>All sequences of events of a length, in a fixed order.</summary>
    public static IEnumerable<string[]> Of(int length) => length == 0
        ? [[]]
        : Of(length - 1).SelectMany(static path => ModelledKey.Events, static (path, happens) => (string[])[.. path, happens]);
}
