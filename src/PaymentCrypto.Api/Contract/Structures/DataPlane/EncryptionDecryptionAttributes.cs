using System.Text.Json.Serialization;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>How data is encrypted. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record EncryptionDecryptionAttributes : ApiStructure
{
    /// <summary>TDES or AES under a static key.</summary>
    public SymmetricEncryptionAttributes? Symmetric { get; init; }

    /// <summary>RSA.</summary>
    public AsymmetricEncryptionAttributes? Asymmetric { get; init; }

    /// <summary>TDES or AES under a DUKPT key.</summary>
    public DukptEncryptionAttributes? Dukpt { get; init; }

    /// <summary>TDES under an EMV session key.</summary>
    public EmvEncryptionAttributes? Emv { get; init; }
}

/// <summary>How re-encrypted data is encrypted. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ReEncryptionAttributes : ApiStructure
{
    /// <summary>TDES or AES under a static key.</summary>
    public SymmetricEncryptionAttributes? Symmetric { get; init; }

    /// <summary>TDES or AES under a DUKPT key.</summary>
    public DukptEncryptionAttributes? Dukpt { get; init; }
}

/// <summary>Encryption with TDES or AES under a static key.</summary>
public sealed record SymmetricEncryptionAttributes : ApiStructure
{
    /// <summary>The mode of the cipher; one of <see cref="Api.EncryptionMode"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(EncryptionMode))]
    public string? Mode { get; init; }

    /// <summary>The initialisation vector: one block as hex; absent means zeros.</summary>
    [MemberLength(16, 32)]
    [MemberPattern("(?:[0-9a-fA-F]{16}|[0-9a-fA-F]{32})")]
    [Sensitive]
    public string? InitializationVector { get; init; }

    /// <summary>The padding; one of <see cref="Api.PaddingType"/>.</summary>
    [MemberValues(typeof(PaddingType))]
    public string? PaddingType { get; init; }
}

/// <summary>Encryption with RSA.</summary>
public sealed record AsymmetricEncryptionAttributes : ApiStructure
{
    /// <summary>The padding; one of <see cref="Api.PaddingType"/>.</summary>
    [MemberValues(typeof(PaddingType))]
    public string? PaddingType { get; init; }
}

/// <summary>Encryption under a DUKPT key.</summary>
public sealed record DukptEncryptionAttributes : ApiStructure
{
    /// <summary>The key serial number (KSN): 16 or 20 (TDES) or 24 (AES) hex digits.</summary>
    [MemberRequired]
    [MemberLength(16, 24)]
    [MemberPattern("(?:[0-9a-fA-F]{16}|[0-9a-fA-F]{20}|[0-9a-fA-F]{24})")]
    public string? KeySerialNumber { get; init; }

    /// <summary>The mode of the cipher; one of <see cref="Api.DukptEncryptionMode"/>.</summary>
    [MemberValues(typeof(DukptEncryptionMode))]
    public string? Mode { get; init; }

    /// <summary>The algorithm of the derived key; absent leaves it to the base derivation key. One of <see cref="Api.DukptDerivationType"/>.</summary>
    [MemberValues(typeof(DukptDerivationType))]
    public string? DukptKeyDerivationType { get; init; }

    /// <summary>The direction that the derived key is for; one of <see cref="Api.DukptKeyVariant"/>.</summary>
    [MemberValues(typeof(DukptKeyVariant))]
    public string? DukptKeyVariant { get; init; }

    /// <summary>The initialisation vector: one block as hex; absent means zeros.</summary>
    [MemberLength(16, 32)]
    [MemberPattern("(?:[0-9a-fA-F]{16}|[0-9a-fA-F]{32})")]
    [Sensitive]
    public string? InitializationVector { get; init; }
}

/// <summary>Encryption under an EMV session key.</summary>
public sealed record EmvEncryptionAttributes : ApiStructure
{
    /// <summary>How the card key comes from the issuer's; one of <see cref="Api.EmvMajorKeyDerivationMode"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(EmvMajorKeyDerivationMode))]
    public string? MajorKeyDerivationMode { get; init; }

    /// <summary>The PAN: 12 to 19 digits.</summary>
    [MemberRequired]
    [MemberLength(12, 19)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? PrimaryAccountNumber { get; init; }

    /// <summary>The PAN sequence number: two digits.</summary>
    [MemberRequired]
    [MemberLength(2, 2)]
    [MemberPattern("[0-9]+")]
    public string? PanSequenceNumber { get; init; }

    /// <summary>What the session key is derived from: 8 bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(16, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    [Sensitive]
    public string? SessionDerivationData { get; init; }

    /// <summary>The mode of the cipher; one of <see cref="Api.EmvEncryptionMode"/>.</summary>
    [MemberValues(typeof(EmvEncryptionMode))]
    public string? Mode { get; init; }

    /// <summary>The initialisation vector: one block as hex; absent means zeros.</summary>
    [MemberLength(16, 32)]
    [MemberPattern("(?:[0-9a-fA-F]{16}|[0-9a-fA-F]{32})")]
    [Sensitive]
    public string? InitializationVector { get; init; }
}
