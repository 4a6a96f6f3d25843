namespace PaymentCrypto.Tests.Cryptography.Package;

/// <summary>Files of the repository that these tests were built from.</summary>
internal static class Repository
{
    public static string File(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "PaymentCryptoPS.sln")))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        throw new InvalidOperationException("The tests are not in a clone.");
    }
}
