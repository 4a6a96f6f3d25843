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

    /// <summary>
    /// How long before the end the timer is to fire. A timer counts whole milliseconds from when it is set, so that the fraction of one that the call
    /// had taken would come through; and it is late by up to two.
    /// </summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(3);

    /// <summary>Waits. It holds no turn and no connection meanwhile, and a thread for the last milliseconds only.</summary>
    /// <param name="began">When the call began, by <see cref="Stopwatch.GetTimestamp"/>: not by the clock of the provider, which can be moved.</param>
    public static async Task WaitAsync(long began)
    {
        TimeSpan coarse = ReadyAfter - Margin - Stopwatch.GetElapsedTime(began);
        if (coarse > TimeSpan.Zero)
        {
            await Task.Delay(coarse).ConfigureAwait(false);
        }

        SpinWait spin = default;
        while (Stopwatch.GetElapsedTime(began) < ReadyAfter)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }
}
