namespace PaymentCrypto.Benchmarks.DataPlane;

/// <summary>
/// Translation of PIN blocks over HTTP: what the endpoint adds to the engine, many clients beside a server that does nothing, and the memory of
/// millions of calls.
/// </summary>
internal sealed class LoadScenario : Scenario
{
    public override string Name => "load";

    public override async Task RunAsync(Report report)
    {
        EndpointPace.Measure(report);
        await TranslationLoad.MeasureAsync(report);
        await TranslationMemory.MeasureAsync(report);
    }
}
