using System.Threading.Channels;

namespace PaymentCrypto.Providers;

/// <summary>
/// Brings what a provider says in the middle of an operation to the cmdlet that started it. A connection may serve several
/// cmdlets at once, so it is the flow of the asynchronous work, not the connection, that knows who is listening.
/// </summary>
internal static class ProgressReport
{
    private static readonly AsyncLocal<ChannelWriter<string>?> Listener = new();

    /// <summary>Starts work whose messages go to a channel.</summary>
    public static Task<T> Collect<T>(ChannelWriter<string> listener, Func<Task<T>> start)
    {
        ChannelWriter<string>? former = Listener.Value;
        Listener.Value = listener;
        try
        {
            return start();
        }
        finally
        {
            Listener.Value = former;
        }
    }

    /// <summary>Says something to whoever started the current work. Never waits or throws.</summary>
    public static void Say(string message) => Listener.Value?.TryWrite(message);
}
