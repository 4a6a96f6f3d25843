using System.Diagnostics;
using System.Globalization;

namespace PaymentCrypto.Benchmarks;

/// <summary>One cold process of the real PowerShell, the tool that the clone restores, that imports a module.</summary>
internal static class PwshImport
{
    /// <summary>Starts it; returns the milliseconds of the import as PowerShell measures them.</summary>
    /// <exception cref="InvalidOperationException">The tool is not restored, or the import failed.</exception>
    public static double Start(string manifest)
    {
        const string Script = "$ErrorActionPreference = 'Stop'; $watch = [Diagnostics.Stopwatch]::StartNew(); Import-Module $env:PC_MODULE; "
            + "$watch.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)";
        ProcessStartInfo start = new("dotnet", ["pwsh", "-NoProfile", "-NonInteractive", "-Command", Script])
        {
            RedirectStandardOutput = true,
            // Where the tool manifest is found from.
            WorkingDirectory = AppContext.BaseDirectory,
            Environment = { ["PC_MODULE"] = manifest },
        };
        using Process process = Process.Start(start)!;
        string time = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 && double.TryParse(time, CultureInfo.InvariantCulture, out double milliseconds)
            ? milliseconds
            : throw new InvalidOperationException($"PowerShell did not import {manifest}. Restore it with 'dotnet tool restore'.");
    }
}
