namespace PaymentCrypto.ModuleTests.Support;

/// <summary>Where the build has put things.</summary>
internal static class Locations
{
    public static string RepositoryRoot { get; } = Above(AppContext.BaseDirectory, "PaymentCryptoPS.sln");

    public static string StagedModule { get; } =
        Path.Combine(Above(AppContext.BaseDirectory, Path.Combine("module", "PaymentCrypto")), "module", "PaymentCrypto");

    public static string StagedManifest { get; } = Path.Combine(StagedModule, "PaymentCrypto.psd1");

    /// <summary>The shell of the same configuration as these tests.</summary>
    public static string Shell { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "PaymentCrypto.Shell", new DirectoryInfo(AppContext.BaseDirectory).Name, "PaymentCrypto.Shell.dll"));

    private static string Above(string start, string wanted)
    {
        for (DirectoryInfo? current = new(start); current is not null; current = current.Parent)
        {
            if (Path.Exists(Path.Combine(current.FullName, wanted)))
            {
                return current.FullName;
            }
        }

        throw new InvalidOperationException($"'{wanted}' is not in or above '{start}': build the solution first.");
    }
}
