using System.Globalization;
using SharpFuzz;

namespace PaymentCrypto.Fuzzing;

/// <summary>The command line; tests/fuzz/README.md says what to do with it.</summary>
internal static class Program
{
    private const string Usage =
        """
        targets                              what can be fuzzed
        check [inputs [target]]              damaged copies of the seeds, always the same: what CI does with 2000
        instrument <assembly>...             make an assembly write down the ways through it, in place
        explore <target> [inputs [seed]]     keep what finds new ways through instrumented code; needs no other tool
        libfuzzer:<target>                   to be started by libfuzzer-dotnet, which hands on one argument
        afl <target>                         to be started by afl-fuzz
        seeds <target> <directory>           write the seeds, a file each
        replay <target> <file>...            read inputs once more
        """;

    private const string LibFuzzer = "libfuzzer:";

    public static int Main(string[] arguments)
    {
        try
        {
            return Run(arguments);
        }
        catch (Exception error)
            when (error is FuzzFailureException or ArgumentException or InvalidOperationException or IOException or InstrumentationException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    private static int Run(string[] arguments)
    {
        // Before any instrumented code runs, that of the targets' constructors included.
        CoverageMap coverage = new();
        switch (arguments)
        {
            case ["targets"]:
                Array.ForEach([.. FuzzTargets.All], Console.WriteLine);
                return 0;
            case ["check", .. { Length: <= 2 } rest]:
                Check(rest);
                return 0;
            case ["instrument", _, ..]:
                Array.ForEach(arguments[1..], Instrument);
                return 0;
            case ["explore", var target, .. { Length: <= 2 } rest]:
                ExploringRun.Run(FuzzTargets.Of(target), Number(rest, 0, 1_000_000), Number(rest, 1, 1), coverage, Console.Out);
                return 0;
            case [var only] when only.StartsWith(LibFuzzer, StringComparison.Ordinal):
                FuzzTarget libFuzzer = FuzzTargets.Of(only[LibFuzzer.Length..]);
                Fuzzer.LibFuzzer.Run(input => libFuzzer.Check(input.ToArray()));
                return 0;
            case ["afl", var target]:
                FuzzTarget afl = FuzzTargets.Of(target);
                Fuzzer.OutOfProcess.Run(input => afl.Check(Bytes(input)));
                return 0;
            case ["seeds", var target, var directory]:
                WriteSeeds(FuzzTargets.Of(target), directory);
                return 0;
            case ["replay", var target, _, ..]:
                Array.ForEach(arguments[2..], file => FuzzTargets.Of(target).Check(File.ReadAllBytes(file)));
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    private static void Check(string[] arguments)
    {
        int inputs = Number(arguments, 0, 2000);
        foreach (FuzzTarget target in arguments is [_, var name] ? [FuzzTargets.Of(name)] : FuzzTargets.All)
        {
            BoundedRun.Run(target, inputs);
            Console.WriteLine($"{target}: {target.Seeds.Count} seeds and {inputs} inputs, only values and typed errors");
        }
    }

    private static void Instrument(string assembly)
    {
        int types = Fuzzer.Instrument(assembly, _ => true, Options.Value).Count();
        Console.WriteLine($"{assembly}: {types} types instrumented");
    }

    private static void WriteSeeds(FuzzTarget target, string directory)
    {
        Directory.CreateDirectory(directory);
        for (int number = 0; number < target.Seeds.Count; number++)
        {
            File.WriteAllBytes(Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"seed-{number:D2}")), target.Seeds[number]);
        }
    }

    private static byte[] Bytes(Stream input)
    {
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static int Number(string[] arguments, int index, int otherwise) => arguments.Length <= index ? otherwise
        : int.TryParse(arguments[index], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : throw new ArgumentException($"'{arguments[index]}' is no number.");
}
