using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The subject of a certificate signing request (X.520 attributes).</summary>
public sealed record CertificateSubjectType : ApiStructure
{
    /// <summary>CN.</summary>
    [MemberRequired]
    [MemberLength(1, 64)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? CommonName { get; init; }

    /// <summary>OU.</summary>
    [MemberLength(1, 64)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? OrganizationUnit { get; init; }

    /// <summary>O.</summary>
    [MemberLength(1, 64)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? Organization { get; init; }

    /// <summary>L.</summary>
    [MemberLength(1, 128)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? City { get; init; }

    /// <summary>C: two letters (ISO 3166).</summary>
    [MemberLength(2, 2)]
    [MemberPattern("[A-Za-z]+")]
    public string? Country { get; init; }

    /// <summary>ST.</summary>
    [MemberLength(1, 128)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? StateOrProvince { get; init; }

    /// <summary>The subject's e-mail address.</summary>
    [MemberLength(1, 128)]
    [MemberPattern(@"[a-zA-Z0-9.!#$%&’*+/=?^_`{|}~-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*")]
    public string? EmailAddress { get; init; }
}
