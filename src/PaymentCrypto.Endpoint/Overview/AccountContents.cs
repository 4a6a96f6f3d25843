using PaymentCrypto.Api;

namespace PaymentCrypto.Endpoint.Overview;

/// <summary>What is in an account and region. Each list has a bound; <c>More</c> says that there is more than it has.</summary>
internal sealed record AccountContents
{
    /// <summary>Its keys.</summary>
    internal required IReadOnlyList<KeyContents> Keys { get; init; }

    /// <summary>Whether there are more keys.</summary>
    internal bool MoreKeys { get; init; }

    /// <summary>Its aliases.</summary>
    internal required IReadOnlyList<Alias> Aliases { get; init; }

    /// <summary>Whether there are more aliases.</summary>
    internal bool MoreAliases { get; init; }

    /// <summary>Its tokens, newest first.</summary>
    internal required IReadOnlyList<TokenSummary> Tokens { get; init; }

    /// <summary>Whether there are more tokens.</summary>
    internal bool MoreTokens { get; init; }
}

/// <summary>A key with what hangs on it.</summary>
/// <param name="Key">The key.</param>
/// <param name="Aliases">Its aliases.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Certificate">The certificate that it was imported with, if it is a public key.</param>
internal sealed record KeyContents(KeySummary Key, IReadOnlyList<string> Aliases, IReadOnlyList<Tag> Tags, CertificateContents? Certificate);

/// <summary>What the page says of a certificate.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="Issuer">Its issuer.</param>
/// <param name="NotAfter">Its last second, UTC.</param>
internal sealed record CertificateContents(string Subject, string Issuer, DateTimeOffset NotAfter);
