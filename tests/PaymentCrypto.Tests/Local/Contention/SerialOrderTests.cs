namespace PaymentCrypto.Tests.Local.Contention;

/// <summary>The search itself: it takes what can be explained, and nothing else.</summary>
public sealed class SerialOrderTests
{
    private static readonly ContendedModel Start = new() { First = new ContendedKey("first"), Second = new ContendedKey("second"), Keys = 2 };

    [Fact]
    public void Calls_that_overlap_may_have_happened_in_either_order()
    {
        ContendedCall stop = new(["stop-key", "first"], "CREATE_COMPLETE/disabled", 1, 4);

        Assert.NotNull(SerialOrder.Of([stop, new(["use-key", "first"], "used", 2, 3)], Start));
        Assert.NotNull(SerialOrder.Of([stop, new(["use-key", "first"], "PcValidation", 2, 3)], Start));
    }

    [Fact]
    public void What_was_acknowledged_is_seen_by_whoever_asks_afterwards()
    {
        ContendedCall stop = new(["stop-key", "first"], "CREATE_COMPLETE/disabled", 1, 2);

        Assert.Null(SerialOrder.Of([stop, new(["use-key", "first"], "used", 3, 4)], Start));
        Assert.NotNull(SerialOrder.Of([stop, new(["use-key", "first"], "PcValidation", 3, 4)], Start));
    }

    [Fact]
    public void Two_that_both_made_the_same_alias_are_one_too_many()
    {
        ContendedCall first = new(["create-alias", "alias/a"], "none", 1, 4);

        Assert.Null(SerialOrder.Of([first, new(["create-alias", "alias/a", "second"], "second", 2, 3)], Start));
        Assert.NotNull(SerialOrder.Of([first, new(["create-alias", "alias/a", "second"], "PcConflict", 2, 3)], Start));
    }
}
