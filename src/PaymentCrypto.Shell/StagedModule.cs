namespace PaymentCrypto.Shell;

/// <summary>Finds the module that the build has staged.</summary>
internal static class StagedModule
{
    /// <summary>Where it is below the folder of all build output.</summary>
    public static readonly string RelativePath = Path.Combine("module", "PaymentCrypto", "PaymentCrypto.psd1");

    /// <summary>The manifest in the nearest folder at or above the given one; null when there is none.</summary>
    public static string? Find(string directory)
    {
        for (DirectoryInfo? current = new(directory); current is not null; current = current.Parent)
        {
            string manifest = Path.Combine(current.FullName, RelativePath);
            if (File.Exists(manifest))
            {
                return manifest;
            }
        }

        return null;
    }
}
