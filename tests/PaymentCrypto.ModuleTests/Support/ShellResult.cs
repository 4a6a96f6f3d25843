namespace PaymentCrypto.ModuleTests.Support;

internal sealed record ShellResult(int ExitCode, string Output, string Error);
