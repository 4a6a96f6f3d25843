using System.Management.Automation;
using System.Security.Cryptography;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>A cmdlet that does what the other party in a key exchange does: offline, without a provider and without a store.</summary>
public abstract class PcToolCmdlet : PcCmdlet
{
    private readonly PipedKey _piped = new();

    private protected PcToolCmdlet()
    {
    }

    /// <summary>What PowerShell could not place; refused here, because its own error would show it.</summary>
    [Parameter(ValueFromRemainingArguments = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[]? Misplaced { get; set; }

    /// <summary>
    /// The time, to the second as certificates have it: that of the local provider, so that a rehearsal of expiry has one clock on both
    /// sides. Only for the pipeline's thread, like everything of the session.
    /// </summary>
    private protected static DateTimeOffset Now
    {
        get
        {
            DateTimeOffset now = Session.Settings().Local.Clock.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        }
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        MisplacedSecret.Refuse(this, Misplaced);
    }

    /// <summary>Keeps a byte of a clear key that the pipeline brings in pieces; false for anything else.</summary>
    private protected bool Gathers(object? item) => _piped.Take(item);

    /// <summary>Does the work with the clear key of which all bytes have come; nothing when none have.</summary>
    private protected void UseGathered(Action<byte[]> work) => Attempt(() =>
    {
        if (_piped.Rest() is not { } key)
        {
            return;
        }

        try
        {
            work(key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    });

    /// <inheritdoc/>
    private protected override void Dispose(bool disposing)
    {
        _piped.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Passes on what a tool has to say.</summary>
    private protected void Warn(IEnumerable<string> warnings)
    {
        foreach (string warning in warnings)
        {
            WriteWarning(warning);
        }
    }
}
