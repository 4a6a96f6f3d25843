using System.Globalization;

namespace PaymentCrypto.Cryptography.KeyBlocks.Certificates;

/// <summary>Instants in messages: UTC, to the second.</summary>
internal static class Instant
{
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
