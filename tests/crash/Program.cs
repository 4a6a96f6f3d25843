using System.Diagnostics;
using PaymentCrypto.Crash;

const string Usage =
    """
    list                        the scenarios
    calls <scenario>            the writing calls of an undisturbed run
    run [scenario...]           every call of these scenarios, or of all, killed and failed in each way; exit code 1 if anything is wrong
    """;

switch (args)
{
    case ["worker", string scenario, string root]:
        await CrashWorker.RunAsync(CrashScenarios.Of(scenario), new CrashRoot(root)).ConfigureAwait(false);
        return 0;
    case ["list"]:
        foreach (CrashScenario scenario in CrashScenarios.All)
        {
            Console.WriteLine($"{scenario.Name,-26} {scenario.Covers}");
        }

        return 0;
    case ["calls", string name]:
        using (Campaign campaign = new())
        {
            Console.WriteLine(string.Join('\n', campaign.Reference(CrashScenarios.Of(name)).Calls));
        }

        return 0;
    case ["run", .. string[] names]:
        if (FaultShim.Library is null)
        {
            Console.Error.WriteLine(FaultShim.Reason);
            return 2;
        }

        return Run(names.Length == 0 ? CrashScenarios.All : [.. names.Select(CrashScenarios.Of)]);
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static int Run(IReadOnlyList<CrashScenario> scenarios)
{
    using Campaign campaign = new();
    long start = Stopwatch.GetTimestamp();
    int calls = 0, points = 0, bad = 0;
    foreach (CrashScenario scenario in scenarios)
    {
        CrashReference reference;
        try
        {
            reference = campaign.Reference(scenario);
        }
        catch (CrashFailureException e)
        {
            Console.WriteLine(e.Message);
            bad++;
            continue;
        }

        List<Fault> faults = [.. Campaign.Faults(reference)];
        int problems = 0;
        foreach (string problem in faults.SelectMany(fault => campaign.Try(reference, fault)))
        {
            Console.WriteLine($"  {problem}");
            problems++;
        }

        Console.WriteLine(
            $"{scenario.Name,-26} {reference.Calls.Count,4} calls, {faults.Count(static fault => fault.IsDeadly),4} killed, "
            + $"{faults.Count(static fault => !fault.IsDeadly),4} failed, {problems,3} wrong");
        calls += reference.Calls.Count;
        points += faults.Count;
        bad += problems;
    }

    Console.WriteLine($"{scenarios.Count} scenarios, {calls} calls, {points} points in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s: {bad} wrong");
    return bad == 0 ? 0 : 1;
}
