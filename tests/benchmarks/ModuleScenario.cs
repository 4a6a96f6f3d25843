namespace PaymentCrypto.Benchmarks;

/// <summary>Import of the staged module against an empty one, and the first call after it, in cold processes taken in turn.</summary>
internal sealed class ModuleScenario : Scenario
{
    private const int Processes = 51;
    private const int PwshProcesses = 15;

    public override string Name => "module";

    public override Task RunAsync(Report report)
    {
        string directory = Directory.CreateTempSubdirectory("paymentcrypto-bench-").FullName;
        try
        {
            string empty = EmptyModule.Create(directory);
            string home = Path.Combine(directory, "home");
            // The first call opens a store that exists and reuses its token; making both is measured by the other scenario.
            string firstCall = $"Set-PcProvider Local -Path '{home}'; Get-PcImportParameters -ReuseLastGeneratedToken";
            ColdImport.Start(StagedModule(), firstCall);

            double[] emptyImports = new double[Processes];
            double[] imports = new double[Processes];
            double[] calls = new double[Processes];
            for (int i = 0; i < Processes; i++)
            {
                emptyImports[i] = ColdImport.Start(empty, "Get-Nothing").Import;
                (imports[i], calls[i]) = ColdImport.Start(StagedModule(), firstCall);
            }

            double yardstick = report.Row("Import-Module of an empty binary module", emptyImports);
            double import = report.Row("Import-Module PaymentCrypto", imports);
            report.Figure("PaymentCrypto / empty", $"{import / yardstick:0.00}");
            report.Row("first call: open the store, reuse a token", calls);
            MeasurePwsh(report, empty);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }

        return Task.CompletedTask;
    }

    private static void MeasurePwsh(Report report, string empty)
    {
        PwshImport.Start(empty);
        PwshImport.Start(StagedModule());
        double[] emptyImports = new double[PwshProcesses];
        double[] imports = new double[PwshProcesses];
        for (int i = 0; i < PwshProcesses; i++)
        {
            emptyImports[i] = PwshImport.Start(empty);
            imports[i] = PwshImport.Start(StagedModule());
        }

        double yardstick = report.Row("pwsh: Import-Module of an empty binary module", emptyImports);
        double import = report.Row("pwsh: Import-Module PaymentCrypto", imports);
        report.Figure("pwsh: PaymentCrypto / empty", $"{import / yardstick:0.00}");
    }

    /// <summary>The module as it is staged: artifacts/bin/&lt;project&gt;/&lt;configuration&gt;/ lies beside artifacts/module/.</summary>
    public static string StagedModule() =>
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "module", "PaymentCrypto", "PaymentCrypto.psd1"));
}
