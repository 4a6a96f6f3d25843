using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Hosting.Services;

/// <summary>A seed before it is read.</summary>
/// <param name="Utf8">Its text.</param>
/// <param name="Format">Its form.</param>
/// <param name="Name">What it is called in errors, such as the file's name.</param>
internal sealed record SeedSource(ReadOnlyMemory<byte> Utf8, SeedFormat Format, string Name);
