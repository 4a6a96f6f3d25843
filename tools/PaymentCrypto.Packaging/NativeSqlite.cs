using System.Text;
using System.Text.RegularExpressions;

namespace PaymentCrypto.Packaging;

/// <summary>The SQLite library in a package that is only its carrier, and so says nothing of its version.</summary>
internal sealed partial class NativeSqlite
{
    /// <summary>SPDX's name for what SQLite has instead of a licence.</summary>
    public const string Licence = "blessing";

    /// <summary>Where it is on the web.</summary>
    public const string ProjectUrl = "https://sqlite.org/";

    /// <summary>Reads the version out of the libraries.</summary>
    /// <exception cref="PackagingException">There is none, or not the same one in each.</exception>
    public NativeSqlite(IReadOnlyList<PackedFile> libraries)
    {
        string[] versions = [.. libraries.Select(VersionIn).Distinct()];
        Version = versions.Length == 1
            ? versions[0]
            : throw new PackagingException($"The native libraries have these versions of SQLite: '{string.Join("', '", versions)}'. One was expected.");
    }

    /// <summary>The version, as in 3.53.3.</summary>
    public string Version { get; }

    /// <summary>Whether a path is that of a native SQLite library.</summary>
    public static bool IsSqlite(string path) => Path.GetFileNameWithoutExtension(path) is "e_sqlite3" or "libe_sqlite3";

    // The text of sqlite_version(): all of a text in C, and not the end of another one such as a compiler's version.
    private static string VersionIn(PackedFile library) =>
        string.Join(", ",
            VersionText().Matches(Encoding.Latin1.GetString(File.ReadAllBytes(library.Source))).Select(match => match.Groups[1].Value).Distinct());

    [GeneratedRegex(@"(?<![\x20-\x7E])(3\.[0-9]{1,3}\.[0-9]{1,2})\0", RegexOptions.CultureInvariant)]
    private static partial Regex VersionText();
}
