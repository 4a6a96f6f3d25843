namespace PaymentCrypto.ModuleTests.Documentation;

/// <summary>A block of PowerShell in a page.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="Code">Its text.</param>
/// <param name="FailsWith">The id of the error that it shows.</param>
/// <param name="NotRun">Why it cannot be run here.</param>
internal sealed record CodeBlock(int Line, string Code, string? FailsWith, string? NotRun);
