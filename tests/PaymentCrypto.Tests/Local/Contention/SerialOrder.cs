namespace PaymentCrypto.Tests.Local.Contention;

/// <summary>
/// Looks for an order in which the calls of a history, one after another, would have had the answers that they had. A call that came back before
/// another was asked stays before it (linearizability; the search of Wing and Gong, with Lowe's memory of where it has been).
/// </summary>
internal static class SerialOrder
{
    /// <summary>The order; null when there is none.</summary>
    public static IReadOnlyList<ContendedCall>? Of(IReadOnlyList<ContendedCall> history, ContendedModel start)
    {
        Assert.InRange(history.Count, 1, 60);
        HashSet<(long Done, ContendedModel State)> visited = [];
        Stack<ContendedCall> order = [];
        return Search(0, start) ? [.. order.Reverse()] : null;

        bool Search(long done, ContendedModel state)
        {
            if (done == (1L << history.Count) - 1)
            {
                return true;
            }

            if (!visited.Add((done, state)))
            {
                return false;
            }

            long firstReturn = history.Where((_, index) => (done & (1L << index)) == 0).Min(static call => call.Returned);
            for (int index = 0; index < history.Count; index++)
            {
                ContendedCall call = history[index];
                if ((done & (1L << index)) == 0 && call.Invoked < firstReturn && state.After(call) is { } next)
                {
                    order.Push(call);
                    if (Search(done | (1L << index), next))
                    {
                        return true;
                    }

                    order.Pop();
                }
            }

            return false;
        }
    }
}
