using System.Diagnostics;

namespace PaymentCrypto.Local.Calls;

/// <summary>
/// Holds refusals back that depend on decrypted bytes, until a time after the call's beginning by which all kinds of them are ready. They have one
/// message, and without this the time that they take would tell them apart: a name that is compared the long way costs 20 microseconds, a key that
/// does not open twice as much as a padding that is wrong (Vaudenay 2002, Manger 2001). It also bounds how fast anybody can ask.
/// </summary>
internal static class EqualRefusals
{
    /// <summary>Several times what the slowest of them takes, an RSA_4096 decryption on a busy machine.</summary>
    private static readonly TimeSpan ReadyAfter = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits. It holds no thread, no turn and no connection meanwhile.</summary>
    /// <param name="began">When the call began, by <see cref="Stopwatch.GetTimestamp"/>: not by the clock of the provider, which can be moved.</param>
    public static Task WaitAsync(long began)
    {
        TimeSpan left = ReadyAfter - Stopwatch.GetElapsedTime(began);
        return left > TimeSpan.Zero ? Task.Delay(left) : Task.CompletedTask;
    }
}
