namespace PaymentCrypto.ModuleTests;

public sealed class SmokeTests
{
    [Fact]
    public void The_test_project_runs() => Assert.True(Environment.ProcessorCount > 0);
}
