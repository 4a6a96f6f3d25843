using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;

namespace PaymentCrypto.Commands.Cards;

/// <summary>What is on a card, as it was given, and the service's structures of it. A structure is checked when it is asked for.</summary>
internal sealed class CardInput
{
    /// <summary>The service code that makes an iCVV of a CVV.</summary>
    public const string ChipServiceCode = "999";

    public required string CardExpiryDate { get; init; }

    public required string ServiceCode { get; init; }

    public required string PanSequenceNumber { get; init; }

    public required string ApplicationTransactionCounter { get; init; }

    public required string UnpredictableNumber { get; init; }

    public required string TrackData { get; init; }

    public CardVerificationValue1 Cvv => new() { CardExpiryDate = Expiry, ServiceCode = Service };

    public CardVerificationValue1 Icvv => new() { CardExpiryDate = Expiry, ServiceCode = ChipServiceCode };

    public CardVerificationValue2 Cvv2 => new() { CardExpiryDate = Expiry };

    public AmexCardSecurityCodeVersion1 AmexCsc1 => new() { CardExpiryDate = Expiry };

    public AmexCardSecurityCodeVersion2 AmexCsc2 => new() { CardExpiryDate = Expiry, ServiceCode = Service };

    public DynamicCardVerificationValue Dcvv =>
        new() { CardExpiryDate = Expiry, ServiceCode = Service, PanSequenceNumber = Sequence, ApplicationTransactionCounter = Counter };

    public DynamicCardVerificationCode Cvc3 => new()
    {
        PanSequenceNumber = Sequence,
        ApplicationTransactionCounter = Counter,
        UnpredictableNumber = Unpredictable,
        TrackData = Field.Hex(nameof(TrackData), TrackData, 2, 160, "static track data"),
    };

    public CardHolderVerificationValue Cavv =>
        new() { PanSequenceNumber = Sequence, ApplicationTransactionCounter = Counter, UnpredictableNumber = Unpredictable };

    public DiscoverDynamicCardVerificationCode DiscoverDcvv =>
        new() { CardExpiryDate = Expiry, ApplicationTransactionCounter = Counter, UnpredictableNumber = Unpredictable };

    private string Expiry => Field.Digits(nameof(CardExpiryDate), CardExpiryDate, 4, 4, "an expiry date, MMYY or YYMM,");

    private string Service => Field.Digits(nameof(ServiceCode), ServiceCode, 3, 3, "a service code");

    private string Sequence => Field.PanSequenceNumber(PanSequenceNumber);

    private string Counter => Field.TransactionCounter(ApplicationTransactionCounter, least: 2);

    private string Unpredictable => Field.Hex(nameof(UnpredictableNumber), UnpredictableNumber, 2, 8, "an unpredictable number (UN)");

    /// <summary>A part of the card as it was given; null when it was not.</summary>
    public static string? Used(string value) => value.Length > 0 ? value : null;

    /// <summary>Nothing: track and expiry date are secret.</summary>
    public override string ToString() => nameof(CardInput);
}
