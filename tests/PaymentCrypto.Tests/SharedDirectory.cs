namespace PaymentCrypto.Tests;

/// <summary>Where reference data is: in the checkout, or beside it when it may not be shipped.</summary>
internal static class SharedDirectory
{
    /// <summary>A folder of the reference data, or null when there is none beside this checkout.</summary>
    internal static string? Find(string folder)
    {
        DirectoryInfo? root = Root();

        // A plain checkout has it beside itself, a git worktree one level further up.
        return new[] { root?.Parent, root?.Parent?.Parent }
            .Where(parent => parent is not null)
            .Select(parent => Path.Combine(parent!.FullName, "shared", folder))
            .FirstOrDefault(Directory.Exists);
    }

    /// <summary>A folder of tests that is part of the checkout, or null when the tests run without one.</summary>
    internal static string? Shipped(string folder) => Root() is { } root ? Path.Combine(root.FullName, "tests", folder) : null;

    private static DirectoryInfo? Root()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "PaymentCryptoPS.sln")))
        {
            root = root.Parent;
        }

        return root;
    }
}
