using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Isolation;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>A cmdlet that does what the other party in a key exchange does: offline, without a provider and without a store.</summary>
public abstract class PcToolCmdlet : PcCmdlet
{
    private protected PcToolCmdlet()
    {
    }

    /// <summary>The tools behind the wall.</summary>
    private protected static IKeyExchangeTools Tools => EngineLibrary.KeyExchangeTools;

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

    /// <summary>Runs a tool; the user may stop the pipeline meanwhile.</summary>
    internal T Run<T>(Func<IKeyExchangeTools, T> work) => Wait(Task.Run(() => work(Tools)));

    /// <summary>A path in the file system, absolute. Taken literally, without wildcards; it need not exist.</summary>
    internal string ResolveFile(string path)
    {
        string resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        return provider.Name == "FileSystem" ? resolved : throw new InvalidConfigurationException(
            "PcPathNotFileSystem",
            $"The path '{path}' is in the PowerShell provider {provider.Name}: a file is in the file system.");
    }

    /// <summary>The text itself, or that of the file that it names.</summary>
    internal string TextOrFile(string text, string what)
    {
        const int longestPath = 4096;
        if (text.Length > longestPath || text.AsSpan().ContainsAny('\n', '\0') || FindFile(text) is not { } path)
        {
            return text;
        }

        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new KeyInputException(KeyInputFailure.FileUnreadable, $"The file '{path}' with the {what} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The file that a text names; null when it names none.</summary>
    internal string? FindFile(string text)
    {
        try
        {
            string path = ResolveFile(text);
            return File.Exists(path) ? path : null;
        }
        catch (Exception exception) when (exception is RuntimeException or InvalidConfigurationException or NotSupportedException or ArgumentException)
        {
            // Base64 and PEM look like a path to a drive at times.
            return null;
        }
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
