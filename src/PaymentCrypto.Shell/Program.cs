using PaymentCrypto.Shell;
using PaymentCrypto.Shell.Hosting;

if (!ShellOptions.TryParse(args, out ShellOptions options, out string? problem))
{
    await Console.Error.WriteLineAsync(problem);
    return ExitCodes.BadCommandLine;
}

if (options.Mode == ShellMode.Help)
{
    await Console.Out.WriteLineAsync(ShellOptions.Usage);
    return ExitCodes.Success;
}

string? manifest = options.NoImport ? null : StagedModule.Find(AppContext.BaseDirectory);
if (manifest is null && !options.NoImport)
{
    await Console.Error.WriteLineAsync($"The PaymentCrypto module is not staged: no {StagedModule.RelativePath} in or above '{AppContext.BaseDirectory}'. Run 'dotnet build' at the root of the repository first.");
    return ExitCodes.Failure;
}

ReadableCulture.Use();
using var session = new ShellSession(manifest, options);
return session.Run();
