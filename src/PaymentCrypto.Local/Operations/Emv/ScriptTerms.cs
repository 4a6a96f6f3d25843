using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.KeyRing;

namespace PaymentCrypto.Local.Operations.Emv;

/// <summary>
/// One of the five kinds of issuer script that change a PIN, with what the service's unions say of it in one shape: the card, the value that
/// its session keys come from, and how the block is encrypted.
/// </summary>
/// <param name="MajorKeyDerivationMode">How the card key is derived.</param>
/// <param name="Pan">The PAN.</param>
/// <param name="PanSequenceNumber">Its sequence number.</param>
/// <param name="SessionValue">What the session keys are derived from: the cryptogram, or the transaction counter.</param>
/// <param name="SessionKey">How.</param>
/// <param name="IsEcb">Whether the block is encrypted in ECB; in CBC otherwise.</param>
/// <param name="HasLength">Whether the length of the block stands before it.</param>
/// <param name="IsPadded">Whether 80 and zeros follow it (ISO/IEC 7816-4).</param>
internal sealed record ScriptTerms(
    string MajorKeyDerivationMode, string Pan, string PanSequenceNumber, byte[] SessionValue, ScriptTerms.Derivation SessionKey, bool IsEcb, bool HasLength,
    bool IsPadded)
{
    /// <summary>A session key from a card key.</summary>
    public delegate SecretBuffer Derivation(ReadOnlySpan<byte> cardKey, byte[] value, CalculationSteps? steps);

    /// <summary>For Visa and American Express: the key that made the request, part of which goes into the block.</summary>
    public string? AuthorizationRequestKeyIdentifier { get; init; }

    /// <summary>For Visa and American Express: the PIN that is replaced, where the scheme asks for it.</summary>
    public CurrentPinAttributes? CurrentPin { get; init; }

    /// <summary>Reads the service's union.</summary>
    public static ScriptTerms Of(DerivationMethodAttributes attributes) => attributes switch
    {
        { EmvCommon: { } common } => new ScriptTerms(
            common.MajorKeyDerivationMode!,
            common.PrimaryAccountNumber!,
            common.PanSequenceNumber!,
            Convert.FromHexString(common.ApplicationCryptogram!),
            (card, value, steps) => EmvSessionKey.Common(card, value, steps),
            IsEcb: common.Mode == EmvEncryptionMode.Ecb,
            HasLength: common.PinBlockLengthPosition == PinBlockLengthPosition.FrontOfPinBlock,
            IsPadded: common.PinBlockPaddingType == PinBlockPaddingType.IsoIec7816Part4),
        { Mastercard: { } mastercard } => new ScriptTerms(
            mastercard.MajorKeyDerivationMode!,
            mastercard.PrimaryAccountNumber!,
            mastercard.PanSequenceNumber!,
            Convert.FromHexString(mastercard.ApplicationCryptogram!),
            (card, value, steps) => EmvSessionKey.Common(card, value, steps),
            IsEcb: false,
            HasLength: false,
            IsPadded: false),
        { Emv2000: { } tree } => new ScriptTerms(
            tree.MajorKeyDerivationMode!,
            tree.PrimaryAccountNumber!,
            tree.PanSequenceNumber!,
            Convert.FromHexString(tree.ApplicationTransactionCounter!),
            (card, value, steps) => EmvSessionKey.Emv2000(card, value, steps),
            IsEcb: false,
            HasLength: false,
            IsPadded: false),
        { Visa: { } visa } => new ScriptTerms(
            visa.MajorKeyDerivationMode!,
            visa.PrimaryAccountNumber!,
            visa.PanSequenceNumber!,
            Convert.FromHexString(visa.ApplicationTransactionCounter!),
            (card, value, steps) => EmvSessionKey.Visa(card, value, steps),
            IsEcb: true,
            HasLength: true,
            IsPadded: true)
        {
            AuthorizationRequestKeyIdentifier = visa.AuthorizationRequestKeyIdentifier,
            CurrentPin = visa.CurrentPinAttributes,
        },
        _ => new ScriptTerms(
            attributes.Amex!.MajorKeyDerivationMode!,
            attributes.Amex.PrimaryAccountNumber!,
            attributes.Amex.PanSequenceNumber!,
            Convert.FromHexString(attributes.Amex.ApplicationTransactionCounter!),
            (card, value, steps) => EmvSessionKey.Amex(card, value, steps),
            IsEcb: true,
            HasLength: true,
            IsPadded: true)
        {
            AuthorizationRequestKeyIdentifier = attributes.Amex.AuthorizationRequestKeyIdentifier,
            CurrentPin = attributes.Amex.CurrentPinAttributes,
        },
    };

    /// <summary>Derives the key of the card.</summary>
    public SecretBuffer CardKey(OpenedKey masterKey, CalculationSteps? steps) =>
        CardKeys.Derive(masterKey, MajorKeyDerivationMode, Pan, PanSequenceNumber, steps);

    /// <summary>Derives the key of the script.</summary>
    public SecretBuffer ScriptKey(OpenedKey masterKey, CalculationSteps? steps)
    {
        using SecretBuffer card = CardKey(masterKey, steps);
        return SessionKey(card.Span, SessionValue, steps);
    }

    /// <summary>Nothing: PAN and cryptogram are secret.</summary>
    public override string ToString() => nameof(ScriptTerms);
}
