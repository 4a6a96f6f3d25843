namespace PaymentCrypto.Packaging;

/// <summary>What a package says of itself.</summary>
/// <param name="Licence">Its SPDX licence expression; empty for a package from before there were any.</param>
/// <param name="Authors">Who wrote it.</param>
/// <param name="Copyright">Its copyright line; may be empty.</param>
/// <param name="ProjectUrl">Where it is on the web; may be empty.</param>
/// <param name="LicenceText">The licence that it brings, if it brings one.</param>
internal sealed record PackageFacts(string Licence, string Authors, string Copyright, string ProjectUrl, string? LicenceText);
