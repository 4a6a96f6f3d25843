namespace PaymentCrypto.ModuleTests.Documentation;

/// <summary>One example of a file in src/PaymentCrypto/Help/Examples.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Code">Its code.</param>
/// <param name="Output">What it says is shown; null where it says nothing.</param>
/// <param name="FailsWith">The id of the error that it shows.</param>
/// <param name="NotRun">Why it cannot be run here.</param>
internal sealed record HelpExample(string Title, string Code, IReadOnlyList<string>? Output, string? FailsWith, string? NotRun);
