namespace PaymentCrypto.ModuleTests.Documentation;

/// <summary>Tests that set environment variables: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(SetsEnvironment), DisableParallelization = true)]
public sealed class SetsEnvironment;
