using System.Diagnostics;
using System.Reflection;
using PaymentCrypto.Mutation;

// Runs Stryker's mutants in one process with the tests that reach them; ../README.md says how and why. The same program is its own worker:
//   worker <assembly> <pattern of tests> <folder of results> <file of numbers> [fresh]
if (args is ["worker", var assembly, var tests, var folder, var numbers, ..])
{
    return await new Worker(Assembly.Load(assembly), tests, folder, isFresh: args is [.., "fresh"]).RunAsync([.. File.ReadLines(numbers).Select(int.Parse)]);
}

if (args is not [var report, var mutated, var pattern, var results, .. var rooms])
{
    Console.Error.WriteLine("usage: <mutation-report.json> <mutated assembly> <pattern of tests, as Tests.Cryptography> <folder of results> [room…]");
    return 2;
}

string name = Path.GetFileNameWithoutExtension(mutated);
Mutant[] mutants = [.. Mutant.Read(report, name)
    .Where(mutant => rooms.Length == 0 || rooms.Any(room => mutant.File.StartsWith(room, StringComparison.Ordinal)))];
Directory.CreateDirectory(results);
File.Copy(mutated, Path.Combine(AppContext.BaseDirectory, Path.GetFileName(mutated)), overwrite: true);
Work([.. mutants.Select(mutant => mutant.Id)]);

// What runs once, when a type is first used, is the same for the whole life of a process, so each such mutant gets one of its own.
Dictionary<int, string> verdicts = Worker.ReadVerdicts(results);
Array.ForEach(mutants, mutant => Work(verdicts[mutant.Id] == "Static" ? [mutant.Id] : [], "fresh"));
verdicts = Worker.ReadVerdicts(results);
Mutant[] living = [.. mutants.Where(mutant => verdicts[mutant.Id] != "Killed")];
Array.ForEach(living, mutant => Console.WriteLine($"{mutant.Id} {mutant.File}:{mutant.Line} {verdicts[mutant.Id]}: {mutant.Change}"));
Console.WriteLine("| room | mutants | killed | living | of these reached by no test | % |\n|---|---|---|---|---|---|");
foreach ((string room, Mutant[] all) in mutants.GroupBy(mutant => mutant.Room).Select(room => (room.Key, room.ToArray())).Append(("**together**", mutants)))
{
    int alive = all.Count(living.Contains), unreached = all.Count(mutant => verdicts[mutant.Id] == "NotReached");
    Console.WriteLine(FormattableString.Invariant(
        $"| {room} | {all.Length:N0} | {all.Length - alive:N0} | {alive} | {unreached} | {100.0 * (all.Length - alive) / Math.Max(1, all.Length):F1} |"));
}

return 0;

// A mutant that hangs or ends its process is killed by that; the next process goes on behind it.
void Work(IReadOnlyList<int> some, params string[] how)
{
    string list = Path.Combine(results, "numbers");
    File.WriteAllLines(list, some.Select(number => $"{number}"));
    for (int exitCode = some.Count == 0 ? 0 : -1; exitCode != 0;)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["worker", name, pattern, results, list, .. how]);

        // What a mutant allocates without end must not take the machine with it.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x60000000";
        using Process worker = Process.Start(start)!;
        worker.WaitForExit();
        exitCode = worker.ExitCode;
        if (exitCode != 0 && !Worker.KillUnfinished(results))
        {
            throw new InvalidOperationException($"The tests do not run: exit code {exitCode}.");
        }
    }
}
