namespace PaymentCrypto.Tests;

/// <summary>Reference data that lies beside a checkout and is never part of it.</summary>
internal static class SharedDirectory
{
    /// <summary>A folder of the reference data, or null when there is none beside this checkout.</summary>
    internal static string? Find(string folder)
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "PaymentCryptoPS.sln")))
        {
            root = root.Parent;
        }

        // A plain checkout has it beside itself, a git worktree one level further up.
        return new[] { root?.Parent, root?.Parent?.Parent }
            .Where(parent => parent is not null)
            .Select(parent => Path.Combine(parent!.FullName, "shared", folder))
            .FirstOrDefault(Directory.Exists);
    }
}
