namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>A cmdlet that does what the other party in a key exchange does: offline, without a provider and without a store.</summary>
public abstract class PcToolCmdlet : PcCmdlet
{
    private protected PcToolCmdlet()
    {
    }

    /// <summary>The time: that of the local provider, so that a rehearsal of expiry has one clock on both sides.</summary>
    private protected static DateTimeOffset Now => Session.Settings().Local.Clock.GetUtcNow();

    /// <summary>Passes on what a tool has to say.</summary>
    private protected void Warn(IEnumerable<string> warnings)
    {
        foreach (string warning in warnings)
        {
            WriteWarning(warning);
        }
    }
}
