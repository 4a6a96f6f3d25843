using System.Text.Json.Serialization;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The scheme of a PIN change. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DerivationMethodAttributes : ApiStructure
{
    /// <summary>The common session key of EMV book 2, A1.3.1.</summary>
    public EmvCommonAttributes? EmvCommon { get; init; }

    /// <summary>American Express.</summary>
    public AmexAttributes? Amex { get; init; }

    /// <summary>Visa.</summary>
    public VisaAttributes? Visa { get; init; }

    /// <summary>The EMV2000 tree of session keys.</summary>
    public Emv2000Attributes? Emv2000 { get; init; }

    /// <summary>Mastercard.</summary>
    public MasterCardAttributes? Mastercard { get; init; }
}

/// <summary>PIN change with common EMV session keys.</summary>
public sealed record EmvCommonAttributes : ApiStructure
{
    /// <summary>How the card key comes from the issuer's; one of <see cref="Api.MajorKeyDerivationMode"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(MajorKeyDerivationMode))]
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

    /// <summary>The application cryptogram: 8 bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(16, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    [Sensitive]
    public string? ApplicationCryptogram { get; init; }

    /// <summary>The mode of the cipher; one of <see cref="Api.EmvEncryptionMode"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(EmvEncryptionMode))]
    public string? Mode { get; init; }

    /// <summary>The padding of the PIN block; one of <see cref="Api.PinBlockPaddingType"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(PinBlockPaddingType))]
    public string? PinBlockPaddingType { get; init; }

    /// <summary>Whether the length of the PIN block stands before it; one of <see cref="Api.PinBlockLengthPosition"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(PinBlockLengthPosition))]
    public string? PinBlockLengthPosition { get; init; }
}

/// <summary>PIN change of an American Express card.</summary>
public sealed record AmexAttributes : ApiStructure
{
    /// <summary>How the card key comes from the issuer's; one of <see cref="Api.MajorKeyDerivationMode"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(MajorKeyDerivationMode))]
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

    /// <summary>The application transaction counter (ATC) as hex.</summary>
    [MemberRequired]
    [MemberLength(4, 4)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? ApplicationTransactionCounter { get; init; }

    /// <summary>The issuer master key for application cryptograms (E0): a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? AuthorizationRequestKeyIdentifier { get; init; }

    /// <summary>The PIN that the card still has; absent for a derivation without it.</summary>
    public CurrentPinAttributes? CurrentPinAttributes { get; init; }
}

/// <summary>PIN change of a Visa card.</summary>
public sealed record VisaAttributes : ApiStructure
{
    /// <summary>How the card key comes from the issuer's; one of <see cref="Api.MajorKeyDerivationMode"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(MajorKeyDerivationMode))]
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

    /// <summary>The application transaction counter (ATC) as hex.</summary>
    [MemberRequired]
    [MemberLength(4, 4)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? ApplicationTransactionCounter { get; init; }

    /// <summary>The issuer master key for application cryptograms (E0): a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? AuthorizationRequestKeyIdentifier { get; init; }

    /// <summary>The PIN that the card still has; absent for a derivation without it.</summary>
    public CurrentPinAttributes? CurrentPinAttributes { get; init; }
}

/// <summary>PIN change with EMV2000 session keys.</summary>
public sealed record Emv2000Attributes : ApiStructure
{
    /// <summary>How the card key comes from the issuer's; one of <see cref="Api.MajorKeyDerivationMode"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(MajorKeyDerivationMode))]
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

    /// <summary>The application transaction counter (ATC) as hex.</summary>
    [MemberRequired]
    [MemberLength(4, 4)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? ApplicationTransactionCounter { get; init; }
}

/// <summary>PIN change of a Mastercard card.</summary>
public sealed record MasterCardAttributes : ApiStructure
{
    /// <summary>How the card key comes from the issuer's; one of <see cref="Api.MajorKeyDerivationMode"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(MajorKeyDerivationMode))]
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

    /// <summary>The application cryptogram: 8 bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(16, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    [Sensitive]
    public string? ApplicationCryptogram { get; init; }
}

/// <summary>The PIN that a card has before the change.</summary>
public sealed record CurrentPinAttributes : ApiStructure
{
    /// <summary>The key that encrypts the block of the current PIN: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? CurrentPinPekIdentifier { get; init; }

    /// <summary>The encrypted block of the current PIN: 8 bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(16, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    [Sensitive]
    public string? CurrentEncryptedPinBlock { get; init; }
}

/// <summary>The further keys of a PIN change for Visa and American Express.</summary>
public sealed record VisaAmexDerivationOutputs : ApiStructure
{
    /// <summary>The full ARN of the authorisation request key.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? AuthorizationRequestKeyArn { get; init; }

    /// <summary>The check value of the authorisation request key: 4 to 16 hex digits.</summary>
    [MemberRequired]
    [MemberLength(4, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? AuthorizationRequestKeyCheckValue { get; init; }

    /// <summary>The full ARN of the key that encrypted the current PIN; absent without one.</summary>
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? CurrentPinPekArn { get; init; }

    /// <summary>The check value of the key that encrypted the current PIN; absent without one.</summary>
    [MemberLength(4, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? CurrentPinPekKeyCheckValue { get; init; }
}
