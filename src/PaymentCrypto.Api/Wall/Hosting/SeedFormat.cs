namespace PaymentCrypto.Api.Hosting;

/// <summary>In which form a seed is written. All are UTF-8 and say the same.</summary>
public enum SeedFormat
{
    /// <summary>A JSON object with a list <c>Keys</c>, or the list alone.</summary>
    Json,

    /// <summary>A PowerShell data file (.psd1): a hash table with a list <c>Keys</c>. It is read as data, nothing in it is executed.</summary>
    PowerShellData,

    /// <summary>Comma-separated values with a line of column names.</summary>
    Csv,
}
