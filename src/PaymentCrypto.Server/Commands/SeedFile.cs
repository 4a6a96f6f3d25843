using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Hosting.Services;
using PaymentCrypto.Server.Settings;

namespace PaymentCrypto.Server.Commands;

/// <summary>A seed in a file, whose name says its form.</summary>
internal static class SeedFile
{
    // What the endpoint takes in a request, too.
    private const int Longest = 1024 * 1024;

    /// <summary>Reads it.</summary>
    internal static SeedSource Read(string path)
    {
        SeedFormat format = SeedSource.FormatOf(path) ?? throw new UsageException($"A seed is a {SeedSource.Extensions} file, not '{path}'.");
        return new SeedSource(FileText.ReadBytes(path, Longest), format, path);
    }
}
