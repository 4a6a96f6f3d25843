using PaymentCrypto.Fuzzing;

namespace PaymentCrypto.Tests.Cryptography;

/// <summary>
/// The targets of tests/fuzz, each with a bounded number of damaged inputs that are the same in every run. More by hand: see
/// tests/fuzz/README.md.
/// </summary>
public sealed class FuzzTargetTests
{
    private const int Inputs = 2000;

    public static TheoryData<string> Names => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Damaged_input_gives_a_value_or_the_typed_error_with_little_memory(string name) => BoundedRun.Run(FuzzTargets.Of(name), Inputs);

    [Fact]
    public void A_target_that_lets_anything_else_out_or_takes_too_much_memory_fails_with_the_input()
    {
        Assert.Contains("NotSupportedException", Assert.Throws<FuzzFailureException>(() => new FaultyTarget(fails: true).Check([1, 2, 3])).Message,
            StringComparison.Ordinal);
        Assert.Contains("AQID", Assert.Throws<FuzzFailureException>(() => new FaultyTarget(fails: false).Check([1, 2, 3])).Message, StringComparison.Ordinal);
    }

    private sealed class FaultyTarget(bool fails) : FuzzTarget
    {
        private byte[]? _held;

        public override string Name => "faulty";

        public override IReadOnlyList<byte[]> Seeds => [];

        protected override void Read(byte[] input) => _held = fails ? throw new NotSupportedException() : new byte[_held?.Length ?? 10_000_000];
    }
}
