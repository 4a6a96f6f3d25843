using System.Security;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.KeyExchange;

/// <summary>What the tests of the key exchange tools need beside a session.</summary>
internal static class ToolSession
{
    /// <summary>The time at which everything in the vector sets is valid.</summary>
    public static readonly DateTimeOffset VectorTime = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public static void Secret(this ModuleSession session, string variable, string text)
    {
        var secret = new SecureString();
        foreach (char character in text)
        {
            secret.AppendChar(character);
        }

        session.Set(variable, secret);
    }

    /// <summary>Moves the session's clock to a time.</summary>
    public static void MoveTo(this ModuleSession session, DateTimeOffset time)
    {
        session.Set("offset", time - TimeProvider.System.GetUtcNow());
        session.Run("Set-PcProvider -InMemory -TimeOffset $offset").Succeed();
    }

    /// <summary>A property of the key object inside a block.</summary>
    public static object? OfKey(this System.Management.Automation.PSObject block, string property) =>
        System.Management.Automation.PSObject.AsPSObject(block.Properties["Key"].Value).Properties[property].Value;
}
