using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace PaymentCrypto.Benchmarks.DataPlane;

/// <summary>
/// A million PIN blocks through the pipeline of PowerShell: how many a second, and whether memory stays flat. Over HTTP it is <see cref="LoadScenario"/>.
/// </summary>
internal sealed class MillionScenario : Scenario
{
    private const int Calls = 1_000_000;
    private const int Samples = 10;

    // Rows as a file of transactions has them, with the compiler warmed up before the first sample.
    private const string Pipeline = """
        param($manifest, $calls, $samples)
        Import-Module $manifest -ErrorAction Stop
        $home_ = Join-Path ([IO.Path]::GetTempPath()) "paymentcrypto-bench-$PID-million"
        Set-PcProvider Local -Path $home_
        $null = New-PcKey V2 TDES_2KEY -Alias pvk
        'first', 'second' | ForEach-Object { $null = New-PcKey P0 TDES_2KEY -Alias $_ }
        $pin = New-PcPin alias/pvk alias/first -PrimaryAccountNumber 4111111111111111
        $row = [pscustomobject] @{ EncryptedPinBlock = $pin.EncryptedPinBlock; Pan = '4111111111111111' }
        $every = $calls / $samples
        $null = 1..20000 | ForEach-Object { $row } | Convert-PcPinBlock alias/first alias/second
        $watch = [Diagnostics.Stopwatch]::StartNew()
        & { for ($i = 0; $i -lt $calls; $i++) { $row } } | Convert-PcPinBlock alias/first alias/second | & {
            begin { $n = 0 }
            process { if (++$n % $every -eq 0) { , @($watch.Elapsed.TotalSeconds, [GC]::GetTotalMemory($true), [Environment]::WorkingSet) } }
        }
        Remove-Item -Recurse $home_ -Confirm:$false
        """;

    public override string Name => "million";

    public override Task RunAsync(Report report)
    {
        List<Sample> samples = RunPipeline();
        report.Figure("Convert-PcPinBlock, a pipeline of 1,000,000 rows: a second", $"{Calls / samples[^1].Seconds:0}");
        report.Figure("the same, managed memory after each tenth, MB", $"{string.Join(' ', samples.Select(sample => $"{sample.Managed / 1048576.0:0.0}"))}");
        report.Figure("the same, resident after each tenth, MB", $"{string.Join(' ', samples.Select(sample => $"{sample.Resident / 1048576.0:0}"))}");
        return Task.CompletedTask;
    }

    private static List<Sample> RunPipeline()
    {
        using Runspace runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var powerShell = PowerShell.Create(runspace);
        powerShell.AddScript(Pipeline)
            .AddParameter("manifest", ModuleScenario.StagedModule()).AddParameter("calls", Calls).AddParameter("samples", Samples);
        List<Sample> samples = [.. powerShell.Invoke().Select(static result => Read((object[])result.BaseObject))];
        return samples.Count == Samples
            ? samples
            : throw new InvalidOperationException(powerShell.Streams.Error.FirstOrDefault()?.ToString() ?? "The pipeline ended early.");
    }

    private static Sample Read(object[] values) => new((double)Plain(values[0]), (long)Plain(values[1]), (long)Plain(values[2]));

    private static object Plain(object value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private sealed record Sample(double Seconds, long Managed, long Resident);
}
