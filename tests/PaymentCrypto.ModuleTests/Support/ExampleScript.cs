namespace PaymentCrypto.ModuleTests.Support;

/// <summary>A script of the folder examples.</summary>
internal static class ExampleScript
{
    public static string PathOf(params string[] names) => Path.Combine([Locations.RepositoryRoot, "examples", .. names]);

    /// <summary>Runs it in the session; a code that it ends with stays in <c>$LASTEXITCODE</c>, which is 0 before.</summary>
    public static Outcome Run(this ModuleSession session, string script, string arguments) =>
        session.Run($"$global:LASTEXITCODE = 0; & '{PathOf(script.Split('/'))}' {arguments}");

    public static int ExitCode(this ModuleSession session) => (int)session.Runspace.SessionStateProxy.GetVariable("LASTEXITCODE");
}
