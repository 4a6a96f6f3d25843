using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Crash;
using PaymentCrypto.Local;
using PaymentCrypto.Local.Calls;

namespace PaymentCrypto.Tests.Local.Crash;

/// <summary>
/// Operations that are killed, or whose system calls fail, at a few of the points where they write; <c>tests/crash</c> does all of them, as its README
/// says.
/// </summary>
public sealed class CrashPointTests : IClassFixture<CrashPointTests.Work>
{
    private const int PointsEach = 3;

    private readonly Campaign _campaign;

    public CrashPointTests(Work work) => _campaign = work.Campaign;

    // One for each way of writing: a row, an exchange with its token, an authority that is made first, a deletion, and the store as a whole.
    public static TheoryData<string> Sampled =>
        ["create-key", "import-tr34", "first-token", "deletion-falls-due", "change-master-key", "backup-over-another", "restore-over-another", "check-backup"];

    [Theory]
    [MemberData(nameof(Sampled))]
    public void Killed_or_failed_at_any_call_an_operation_is_whole_or_absent_and_leaves_nothing_behind(string name)
    {
        RequireShim();
        CrashReference reference = _campaign.Reference(CrashScenarios.Of(name));
        Fault[] faults = [.. Campaign.Faults(reference)];
        Random random = new(name.Length);

        Assert.Empty(random.GetItems(faults, PointsEach).SelectMany(fault => _campaign.Try(reference, fault)));
    }

    [Fact]
    public void Every_operation_that_writes_has_a_scenario()
    {
        HashSet<string> covered = [.. CrashScenarios.All.Select(static scenario => scenario.Covers)];
        IEnumerable<string> operations = typeof(LocalEngineFactory).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(LocalOperation)) && !IsOfDataPlane(type))
            .Select(static type => RequestOf(type).Name[..^"Request".Length])
            .Concat(typeof(IStoreCare).GetMethods().Select(static method => method.Name));

        Assert.Empty(operations.Except(covered).Except(CrashScenarios.ReadOnly));
        Assert.Empty(covered.Intersect(CrashScenarios.ReadOnly));
        Assert.Empty(covered.Except(operations).Except(["Open", "DueDeletions"]));
    }

    [Theory]
    [InlineData("home/leak", "0123456789abcdeffedcba9876543210", "a secret is in the clear in 'leak'")]
    [InlineData("backups/store.pcbackup.0123.partial", "", "'backups/store.pcbackup.0123.partial' is unaccounted for")]
    [InlineData("home/master-00.key.tmp", "", "'master-00.key.tmp' is unaccounted for")]
    public void What_must_not_be_left_is_found(string file, string content, string expected)
    {
        RequireShim();
        CrashReference reference = _campaign.Reference(CrashScenarios.Of("export-tr31"));
        CrashRoot root = _campaign.CopyOf(reference);
        File.WriteAllText(Path.Combine(root.Directory, file), content);

        Assert.Contains(expected, Aftermath.Problems(reference, root, new WorkerRun(0, [CrashWorker.Acknowledged], []), Fault.None));
    }

    [Fact]
    public void A_change_that_was_acknowledged_and_is_not_there_is_found()
    {
        RequireShim();
        CrashReference reference = _campaign.Reference(CrashScenarios.Of("create-alias"));

        WorkerRun run = new(0, [CrashWorker.Acknowledged], []);

        string problem = Assert.Single(Aftermath.Problems(reference, _campaign.CopyOf(reference), run, Fault.None));
        Assert.Equal("was acknowledged and is not there", problem);
    }

    private static bool IsOfDataPlane(Type type) =>
        type.BaseType is { IsGenericType: true } parent && parent.Name.StartsWith("DataOperation", StringComparison.Ordinal);

    private static Type RequestOf(Type operation)
    {
        Type type = operation;
        while (!type.IsGenericType)
        {
            type = type.BaseType!;
        }

        return type.GenericTypeArguments[0];
    }

    private static void RequireShim() => Assert.SkipWhen(FaultShim.Library is null, FaultShim.Reason);

    public sealed class Work : IDisposable
    {
        internal Campaign Campaign { get; } = new();

        public void Dispose() => Campaign.Dispose();
    }
}
