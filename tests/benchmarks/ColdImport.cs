using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace PaymentCrypto.Benchmarks;

/// <summary>One cold process that imports a module and makes a first call; its two times are what it prints.</summary>
internal static class ColdImport
{
    /// <summary>The first argument of such a process.</summary>
    public const string Argument = "--cold-import";

    /// <summary>Runs in the child process.</summary>
    public static void Run(string manifest, string command)
    {
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        double import = Time(runspace, powerShell => powerShell.AddCommand("Import-Module").AddParameter("Name", manifest).AddParameter("ErrorAction", "Stop"));
        double call = Time(runspace, powerShell => powerShell.AddScript(command));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{import} {call}"));
    }

    /// <summary>Starts the child process; returns the milliseconds of the import and of the first call.</summary>
    public static (double Import, double Call) Start(string manifest, string command)
    {
        ProcessStartInfo start =
            new("dotnet") { RedirectStandardOutput = true, ArgumentList = { typeof(ColdImport).Assembly.Location, Argument, manifest, command } };
        using Process process = Process.Start(start)!;
        string[] times = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
        process.WaitForExit();
        return (double.Parse(times[0], CultureInfo.InvariantCulture), double.Parse(times[1], CultureInfo.InvariantCulture));
    }

    private static double Time(Runspace runspace, Action<PowerShell> add)
    {
        using var powerShell = PowerShell.Create(runspace);
        add(powerShell);
        long start = Stopwatch.GetTimestamp();
        powerShell.Invoke();
        double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return powerShell.HadErrors ? throw new InvalidOperationException(powerShell.Streams.Error[0].ToString()) : elapsed;
    }
}
