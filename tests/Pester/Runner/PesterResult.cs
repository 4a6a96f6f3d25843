namespace PaymentCrypto.Pester.Runner;

/// <summary>A test as Run.ps1 tells of it.</summary>
/// <param name="Id">Unique in the run.</param>
/// <param name="Name">The file, its blocks and the name of the test.</param>
/// <param name="Outcome">In Pester's words.</param>
/// <param name="Message">What was wrong, and where.</param>
internal sealed record PesterResult(string Id, string Name, string Outcome, string Message);
