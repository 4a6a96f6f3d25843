using System.Threading.Channels;
using PaymentCrypto.Api;

namespace PaymentCrypto.Providers;

/// <summary>
/// Brings what a provider says or asks in the middle of an operation to the cmdlet that started it. A connection may serve several
/// cmdlets at once, so it is the flow of the asynchronous work, not the connection, that knows who is listening.
/// </summary>
internal static class ProgressReport
{
    private static readonly AsyncLocal<Listener?> Current = new();

    /// <summary>Starts work whose messages and questions go to a channel.</summary>
    /// <param name="channel">What the listener is to do next; read on the pipeline thread.</param>
    /// <param name="start">Starts the work.</param>
    /// <param name="gone">Signalled when nobody reads the channel any more.</param>
    public static Task<T> Collect<T>(ChannelWriter<Action<IProviderListener>> channel, Func<Task<T>> start, CancellationToken gone)
    {
        Listener? former = Current.Value;
        Current.Value = new Listener(channel, gone);
        try
        {
            return start();
        }
        finally
        {
            Current.Value = former;
        }
    }

    /// <summary>Says something to whoever started the current work. Never waits or throws.</summary>
    public static void Say(string message) => Current.Value?.Channel.TryWrite(listener => listener.Hear(message));

    /// <summary>Asks whoever started the current work for the one-time code of a multi-factor device, and waits for it.</summary>
    /// <exception cref="AwsConfigurationException">Nobody is there to answer, or nothing was answered.</exception>
    /// <exception cref="OperationCanceledException">The user stopped the cmdlet.</exception>
    public static string AskOneTimeCode(string device)
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (Current.Value is not { } asked || !asked.Channel.TryWrite(listener => Answer(listener, device, answer)))
        {
            throw OneTimeCodePrompt.Unanswered(device, "and no command is there to ask for it");
        }

        return answer.Task.WaitAsync(asked.Gone).GetAwaiter().GetResult();
    }

    private static void Answer(IProviderListener listener, string device, TaskCompletionSource<string> answer)
    {
        try
        {
            answer.SetResult(listener.AskOneTimeCode(device));
        }
        catch (AwsConfigurationException exception)
        {
            // The work ends with it, and reports it.
            answer.SetException(exception);
        }
    }

    private sealed record Listener(ChannelWriter<Action<IProviderListener>> Channel, CancellationToken Gone);
}
