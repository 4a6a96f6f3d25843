namespace PaymentCrypto.ModuleTests.Support;

/// <summary>
/// A store that is filled once for the process, and copied for each session that starts from it. RSA keys are the cost of an exchange: with a
/// store in memory each test made its own authority, tokens and key pairs, and most of the suite's time was theirs.
/// </summary>
/// <param name="script">What fills the store.</param>
/// <param name="variables">The variables of the script that each session gets too.</param>
internal sealed class WarmStore(string script, params string[] variables)
{
    private readonly Lazy<(string Path, Dictionary<string, object?> Values)> _template = new(() => Fill(script, variables));

    /// <summary>Puts a session on a copy of the store, with the variables set.</summary>
    public void Open(ModuleSession session)
    {
        (string template, Dictionary<string, object?> values) = _template.Value;
        string copy = OwnDirectory();
        foreach (string file in Directory.GetFiles(template))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        session.Set("store", copy);
        session.Run("Set-PcProvider -Path $store; Remove-Variable store").Succeed();
        foreach ((string name, object? value) in values)
        {
            session.Set(name, value);
        }
    }

    /// <summary>
    /// Makes the authority, and key pairs in stock of the sizes that tests ask for most: who takes one from there waits for none, and starts no
    /// thread that makes four more.
    /// </summary>
    public static void Stock(ModuleSession session) => session.Run(
        """
        'RSA_2048', 'RSA_3072' | ForEach-Object { Get-PcImportParameters KEY_CRYPTOGRAM $_ } | Revoke-PcToken -Confirm:$false
        foreach ($look in 1..20000) { if ((Test-PcStore -Quick).ReadyKeyPairs -ge 8) { return } }
        throw 'The stock of key pairs is not filled.'
        """).Succeed();

    private static (string Path, Dictionary<string, object?> Values) Fill(string script, string[] variables)
    {
        string path = OwnDirectory();
        using var session = new ModuleSession(path);
        session.Run(script).Succeed();
        Stock(session);
        Dictionary<string, object?> values = variables.ToDictionary(name => name, name => session.Value(name));

        // Leaves the store, so that its files are whole.
        session.Run("Set-PcProvider -InMemory").Succeed();
        return (path, values);
    }

    // Sessions close their stores when they like: the directories go with the process.
    private static string OwnDirectory()
    {
        var directory = new TemporaryDirectory();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => directory.Dispose();
        return directory.Path;
    }
}
