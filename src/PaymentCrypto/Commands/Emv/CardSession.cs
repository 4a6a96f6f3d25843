using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;

namespace PaymentCrypto.Commands.Emv;

/// <summary>A card and its transaction, as the service's structure of them.</summary>
internal static class CardSession
{
    private const int MostBytes = 512;

    /// <summary>The transaction data in the service's form.</summary>
    public static string Data(string data) => DataText.ToHex("TransactionData", data, encoding: null, MostBytes);

    /// <summary>The structure of a scheme.</summary>
    /// <param name="scheme">The parameter set, which has the scheme's name.</param>
    /// <param name="pan">The PAN.</param>
    /// <param name="sequence">The PAN sequence number.</param>
    /// <param name="counter">The application transaction counter.</param>
    /// <param name="unpredictable">The unpredictable number.</param>
    public static SessionKeyDerivation Of(string scheme, string pan, string sequence, string counter, string unpredictable)
    {
        string card = Field.Pan(pan);
        string number = Field.PanSequenceNumber(sequence);
        string Counter() => Field.TransactionCounter(counter);

        return scheme switch
        {
            nameof(SessionKeyDerivation.Mastercard) => new()
            {
                Mastercard = new SessionKeyMastercard
                {
                    PrimaryAccountNumber = card,
                    PanSequenceNumber = number,
                    ApplicationTransactionCounter = Counter(),
                    UnpredictableNumber = Field.Hex("UnpredictableNumber", unpredictable, 8, 8, "an unpredictable number (UN)"),
                },
            },
            nameof(SessionKeyDerivation.Emv2000) => new()
            {
                Emv2000 = new SessionKeyEmv2000
                {
                    PrimaryAccountNumber = card,
                    PanSequenceNumber = number,
                    ApplicationTransactionCounter = Counter()
                }
            },
            nameof(SessionKeyDerivation.Amex) => new() { Amex = new SessionKeyAmex { PrimaryAccountNumber = card, PanSequenceNumber = number } },
            nameof(SessionKeyDerivation.Visa) => new() { Visa = new SessionKeyVisa { PrimaryAccountNumber = card, PanSequenceNumber = number } },
            nameof(SessionKeyDerivation.UnionPay) => new()
            {
                UnionPay = new SessionKeyUnionPay
                {
                    PrimaryAccountNumber = card,
                    PanSequenceNumber = number,
                    ApplicationTransactionCounter = Counter()
                }
            },
            _ => new()
            {
                EmvCommon = new SessionKeyEmvCommon
                {
                    PrimaryAccountNumber = card,
                    PanSequenceNumber = number,
                    ApplicationTransactionCounter = Counter()
                }
            },
        };
    }
}
