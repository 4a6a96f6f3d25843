using System.Globalization;

namespace PaymentCrypto;

/// <summary>The words for stores and inventories in PaymentCrypto.Store.Format.ps1xml.</summary>
public static class StoreText
{
    private const int Kibi = 1024;

    /// <summary>The condition of a store in a few words.</summary>
    /// <param name="healthy">Whether it is healthy.</param>
    /// <param name="findings">How many findings there are.</param>
    public static string Condition(bool healthy, int findings) => (healthy, findings) switch
    {
        (true, 0) => "healthy",
        (true, 1) => "healthy, with one finding",
        (true, _) => string.Create(CultureInfo.InvariantCulture, $"healthy, with {findings} findings"),
        (false, 1) => "not healthy: one finding",
        _ => string.Create(CultureInfo.InvariantCulture, $"not healthy: {findings} findings"),
    };

    /// <summary>The schema version.</summary>
    /// <param name="version">The file's.</param>
    /// <param name="newest">The module's.</param>
    public static string Schema(int? version, int newest) => version is null ? string.Empty
        : version == newest ? string.Create(CultureInfo.InvariantCulture, $"{version}, the newest")
        : string.Create(CultureInfo.InvariantCulture, $"{version}; the newest is {newest}");

    /// <summary>What protects a store.</summary>
    /// <param name="protection">KeyFile, Passphrase or None.</param>
    /// <param name="masterKeyId">The master key.</param>
    /// <param name="created">When it was made.</param>
    public static string Protection(string? protection, string? masterKeyId, DateTime? created) => protection switch
    {
        null => string.Empty,
        "Passphrase" => $"passphrase{Since(created)}",
        "None" => $"none: the key file is inside{Since(created)}",
        _ => $"key file master-{masterKeyId}.key{Since(created)}",
    };

    /// <summary>How the secrets fared.</summary>
    /// <param name="opened">Whether the vault opened.</param>
    /// <param name="skipped">Whether they were left out.</param>
    /// <param name="verified">How many authenticated.</param>
    /// <param name="altered">How many did not.</param>
    public static string Secrets(bool opened, bool skipped, long verified, long altered) => !opened ? "not opened"
        : skipped ? "opened; secrets not checked"
        : altered == 0 ? string.Create(CultureInfo.InvariantCulture, $"opened; {verified} sealed secrets authenticate")
        : string.Create(CultureInfo.InvariantCulture, $"opened; {altered} of {verified + altered} sealed secrets were altered");

    /// <summary>What is in a store.</summary>
    /// <param name="keys">Keys.</param>
    /// <param name="aliases">Aliases.</param>
    /// <param name="tokens">Tokens.</param>
    /// <param name="expired">Expired tokens.</param>
    public static string Contents(long? keys, long? aliases, long? tokens, long? expired) => keys is null ? string.Empty : string.Create(
        CultureInfo.InvariantCulture, $"{keys} keys, {aliases} aliases, {tokens} tokens{(expired > 0 ? $" ({expired} expired)" : string.Empty)}");

    /// <summary>What opens a backup, and what that means.</summary>
    /// <param name="protection">KeyFile, Passphrase or None.</param>
    /// <param name="masterKeyId">The master key.</param>
    public static string OpensWith(string? protection, string? masterKeyId) => protection switch
    {
        "Passphrase" => "its passphrase",
        "None" => "nothing: the key file is inside, keep the backup as safe as the keys",
        _ => $"the key file master-{masterKeyId}.key only: keep a copy of it apart from the backup",
    };

    /// <summary>Findings, one paragraph each.</summary>
    /// <param name="findings">The findings; live or deserialised.</param>
    public static string Findings(object[]? findings)
    {
        if (findings is not { Length: > 0 })
        {
            return "none";
        }

        return string.Join(Environment.NewLine, findings.Select(static finding =>
        {
            var item = System.Management.Automation.PSObject.AsPSObject(finding);
            return $"{Value(item, "Severity")} {Value(item, "Id")}: {Value(item, "Message")}{Environment.NewLine}    -> {Value(item, "Remedy")}";
        }));
    }

    /// <summary>A size in its largest unit.</summary>
    /// <param name="bytes">The size in bytes.</param>
    public static string Size(long? bytes) => bytes switch
    {
        null => string.Empty,
        >= Kibi * Kibi => string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / (Kibi * Kibi):0.0} MiB"),
        >= Kibi => string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / Kibi:0} KiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
    };

    /// <summary>The state of an inventory item; of a token also how long it still is valid.</summary>
    /// <param name="state">The state.</param>
    /// <param name="daysLeft">Whole days that are left.</param>
    public static string State(string? state, int? daysLeft) => state is "valid" or "reusable" && daysLeft is { } left
        ? string.Create(CultureInfo.InvariantCulture, $"valid {left} d")
        : state ?? string.Empty;

    private static string Since(DateTime? created) => created is null ? string.Empty : $", since {DisplayText.Date(created)}";

    private static object? Value(System.Management.Automation.PSObject item, string name) => item.Properties[name]?.Value;
}
