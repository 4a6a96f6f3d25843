using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.KeyRing;

namespace PaymentCrypto.Local.Operations.Emv;

/// <summary>The keys of one transaction of a card: for its request cryptogram and for the issuer's answer.</summary>
internal sealed class TransactionKeys : IDisposable
{
    private readonly SecretBuffer _card;
    private readonly SecretBuffer? _session;
    private readonly bool _answersUnderCardKey;

    private TransactionKeys(SecretBuffer card, SecretBuffer? session, bool answersUnderCardKey)
    {
        _card = card;
        _session = session;
        _answersUnderCardKey = answersUnderCardKey;
    }

    /// <summary>For the request cryptogram, and the response by method 2: the session key, or the card key where the scheme has none.</summary>
    public ReadOnlySpan<byte> Session => (_session ?? _card).Span;

    /// <summary>For the response by method 1: M/Chip computes it under the card key (docs/explanation/fidelity.md).</summary>
    public ReadOnlySpan<byte> ResponseMethod1 => _answersUnderCardKey ? _card.Span : Session;

    /// <summary>Derives the keys.</summary>
    /// <param name="masterKey">The issuer's key for cryptograms.</param>
    /// <param name="mode">One of <see cref="MajorKeyDerivationMode"/>.</param>
    /// <param name="derivation">The scheme, the card and the transaction.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="ValidationException">The mode does not fit the card or the scheme.</exception>
    public static TransactionKeys Derive(OpenedKey masterKey, string mode, SessionKeyDerivation derivation, CalculationSteps? steps)
    {
        (string pan, string sequence) = Card(derivation);
        if (derivation.UnionPay is not null && mode != MajorKeyDerivationMode.EmvOptionA)
        {
            throw new ValidationException($"MajorKeyDerivationMode {mode} is not for UnionPay: use {MajorKeyDerivationMode.EmvOptionA}.");
        }

        SecretBuffer card = CardKeys.Derive(masterKey, mode, pan, sequence, steps);
        return new TransactionKeys(card, SessionOf(card.Span, derivation, steps), derivation.Mastercard is not null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _card.Dispose();
        _session?.Dispose();
    }

    private static (string Pan, string Sequence) Card(SessionKeyDerivation derivation) => derivation switch
    {
        { EmvCommon: { } card } => (card.PrimaryAccountNumber!, card.PanSequenceNumber!),
        { Mastercard: { } card } => (card.PrimaryAccountNumber!, card.PanSequenceNumber!),
        { Emv2000: { } card } => (card.PrimaryAccountNumber!, card.PanSequenceNumber!),
        { Amex: { } card } => (card.PrimaryAccountNumber!, card.PanSequenceNumber!),
        { Visa: { } card } => (card.PrimaryAccountNumber!, card.PanSequenceNumber!),
        _ => (derivation.UnionPay!.PrimaryAccountNumber!, derivation.UnionPay.PanSequenceNumber!),
    };

    private static SecretBuffer? SessionOf(ReadOnlySpan<byte> card, SessionKeyDerivation derivation, CalculationSteps? steps) => derivation switch
    {
        { EmvCommon: { } common } => EmvSessionKey.Common(card, Convert.FromHexString(common.ApplicationTransactionCounter + "000000000000"), steps),
        { Mastercard: { } mastercard } => EmvSessionKey.Mastercard(
            card, Convert.FromHexString(mastercard.ApplicationTransactionCounter!), Convert.FromHexString(mastercard.UnpredictableNumber!), steps),
        { Emv2000: { } tree } => EmvSessionKey.Emv2000(card, Convert.FromHexString(tree.ApplicationTransactionCounter!), steps),
        { UnionPay: { } unionPay } => EmvSessionKey.UnionPay(card, Convert.FromHexString(unionPay.ApplicationTransactionCounter!), steps),
        _ => null,
    };
}
