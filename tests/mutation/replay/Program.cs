using System.Diagnostics;
using System.Reflection;
using PaymentCrypto.Mutation;

// Runs Stryker's mutants in one process with the tests that reach them; README.md beside says how and why.
// The same program is its own worker:  worker <assembly> <pattern of tests> <folder of results> <file of numbers> [fresh]
const string Usage = "usage: <mutation-report.json> <mutated assembly> <pattern of tests, as PaymentCrypto.Tests.Cryptography> <folder of results> [room…]";
if (args is ["worker", var mutated, var tests, var folder, var numbers, ..])
{
    return await new Worker(Assembly.Load(mutated), tests, folder, isFresh: args is [.., "fresh"]).RunAsync([.. File.ReadLines(numbers).Select(int.Parse)]);
}

if (args.Length < 4)
{
    Console.Error.WriteLine(Usage);
    return 2;
}

string results = Directory.CreateDirectory(args[3]).FullName;
Mutant[] mutants = [.. Mutant.Read(args[0], Path.GetFileNameWithoutExtension(args[1])).Where(mutant => args.Length == 4 || args.Skip(4).Any(room => mutant.File.StartsWith(room, StringComparison.Ordinal)))];
File.Copy(args[1], Path.Combine(AppContext.BaseDirectory, Path.GetFileName(args[1])), overwrite: true);

// A mutant that hangs or ends the process is killed by that; the next process goes on behind it.
Work(mutants, fresh: false);

// What runs once, when a type is first used, is the same for the whole life of a process, so each such mutant gets one of its own.
var verdicts = new Verdicts(results);
foreach (Mutant mutant in mutants.Where(mutant => verdicts[mutant.Id] == Verdict.Static))
{
    Work([mutant], fresh: true);
}

new Summary(mutants, new Verdicts(results)).Write(Console.Out);
return 0;

void Work(IReadOnlyList<Mutant> some, bool fresh)
{
    string list = Path.Combine(results, "numbers");
    File.WriteAllLines(list, some.Select(mutant => $"{mutant.Id}"));
    int exitCode;
    do
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { ArgumentList = { "worker", Path.GetFileNameWithoutExtension(args[1]), args[2], results, list } };
        if (fresh)
        {
            start.ArgumentList.Add("fresh");
        }

        // What a mutant allocates without end must not take the machine with it.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x60000000";
        using Process worker = Process.Start(start)!;
        worker.WaitForExit();
        exitCode = worker.ExitCode;
    }
    while (exitCode != 0 && Verdicts.TakeUnfinished(results));
    if (exitCode != 0)
    {
        throw new InvalidOperationException($"The tests do not run: exit code {exitCode}.");
    }
}
