using System.Text;
using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Storage;

/// <summary>The directory of a store and the files in it.</summary>
/// <param name="Directory">Absolute path.</param>
internal sealed record StoreLocation(string Directory)
{
    /// <summary>Names the directory when no parameter does.</summary>
    public const string HomeVariable = "PAYMENTCRYPTO_HOME";

    // MAX_PATHNAME of SQLite's Unix file layer, with the longest name that it makes of the database's.
    private const int MostPathBytes = 512;
    private const string LongestSuffix = ".restoring-journal";

    /// <summary>The SQLite database.</summary>
    public string DatabasePath => Path.Combine(Directory, "store.db");

    /// <summary>Held while a store is made, migrated or given another master key.</summary>
    public string LockPath => Path.Combine(Directory, "store.lock");

    /// <summary>The file of one master key.</summary>
    /// <param name="masterKeyId">32 hex digits.</param>
    public string KeyFilePath(string masterKeyId) => Path.Combine(Directory, $"master-{masterKeyId}.key");

    /// <summary>Finds the directory: the parameter, else <see cref="HomeVariable"/>, else the platform's convention.</summary>
    /// <exception cref="InvalidConfigurationException">None of the three names one.</exception>
    public static StoreLocation Resolve(string? directory)
    {
        if (directory is { Length: 0 })
        {
            throw new InvalidConfigurationException("PcStorePathInvalid", "The store path is empty: it must name a directory.");
        }

        string? chosen = directory ?? NonEmpty(Environment.GetEnvironmentVariable(HomeVariable)) ?? PlatformDefault();
        if (chosen is null)
        {
            throw new InvalidConfigurationException(
                "PcStorePathInvalid",
                $"There is no home directory to keep the store in: set {HomeVariable} to a directory, or name one.");
        }

        try
        {
            StoreLocation location = new(Path.GetFullPath(chosen));
            int length = Encoding.UTF8.GetByteCount(location.DatabasePath + LongestSuffix);
            return !OperatingSystem.IsWindows() && length > MostPathBytes
                ? throw new InvalidConfigurationException(
                    "PcStorePathInvalid",
                    $"The path of the store's directory is too long: with the names of its files it has {length} bytes, and SQLite takes {MostPathBytes} at "
                        + "most. Choose a shorter one, such as a directory nearer to the root.")
                : location;
        }
        catch (ArgumentException e)
        {
            throw new InvalidConfigurationException("PcStorePathInvalid", $"'{chosen}' is not a path: {e.Message}", e);
        }
    }

    private static string? PlatformDefault()
    {
        // .NET answers $XDG_DATA_HOME or ~/.local/share on Linux, ~/Library/Application Support on macOS, %LOCALAPPDATA% on Windows.
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length == 0 ? null : Path.Combine(data, OperatingSystem.IsLinux() ? "paymentcrypto" : "PaymentCrypto");
    }

    private static string? NonEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
