using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Cryptography.Macs;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.Tools;

namespace PaymentCrypto.Local.Calculators;

/// <summary>Keys and cryptograms of EMV.</summary>
internal sealed class EmvCalculator : IEmvCalculator
{
    private const int CounterLength = 2;
    private const int CryptogramLength = 8;

    public KeyMaterial CardKey(KeyMaterial masterKey, string mode, string primaryAccountNumber, string panSequenceNumber, StepLog? log) =>
        Derived(masterKey, log, (key, steps) => mode == MajorKeyDerivationMode.EmvOptionB
            ? EmvCardKey.DeriveOptionB(key, primaryAccountNumber, panSequenceNumber, steps)
            : EmvCardKey.DeriveOptionA(key, primaryAccountNumber, panSequenceNumber, steps));

    public KeyMaterial? SessionKey(KeyMaterial cardKey, EmvSession session, StepLog? log) => session switch
    {
        { Mode: SessionKeyDerivationMode.EmvCommonSessionKey or SessionKeyDerivationMode.MastercardSessionKey, IsForScripts: true } =>
            Derived(cardKey, log, (key, steps) => EmvSessionKey.Common(key, session.Cryptogram, steps)),
        { Mode: SessionKeyDerivationMode.EmvCommonSessionKey } =>
            Derived(cardKey, log, (key, steps) => EmvSessionKey.Common(key, Diversifier(session.Counter), steps)),
        { Mode: SessionKeyDerivationMode.MastercardSessionKey } =>
            Derived(cardKey, log, (key, steps) => EmvSessionKey.Mastercard(key, session.Counter, session.UnpredictableNumber, steps)),
        { Mode: SessionKeyDerivationMode.Emv2000 } => Derived(cardKey, log, (key, steps) => EmvSessionKey.Emv2000(key, session.Counter, steps)),
        { Mode: SessionKeyDerivationMode.UnionPay } => Derived(cardKey, log, (key, steps) => EmvSessionKey.UnionPay(key, session.Counter, steps)),
        { IsForScripts: true } => Derived(cardKey, log, (key, steps) => EmvSessionKey.Visa(key, session.Counter, steps)),

        // Visa CVN 10 and American Express CVN 01 have none for cryptograms.
        _ => null,
    };

    public string Request(KeyMaterial sessionKey, byte[] data, int paddingMethod, StepLog? log) =>
        Computed(sessionKey, CryptogramLength, log, (key, cryptogram, steps) =>
        {
            if (paddingMethod == 0)
            {
                EmvCryptogram.Request(key, data, cryptogram, steps);
            }
            else
            {
                // An application cryptogram is this MAC over the data that the scheme pads (EMV 4.3 book 2, 8.1.2).
                Iso9797Mac.Algorithm3(key, data, (Iso9797Padding)paddingMethod, cryptogram, steps);
            }
        });

    public string ResponseMethod1(KeyMaterial key, byte[] requestCryptogram, byte[] responseCode, StepLog? log) => Computed(
        key, CryptogramLength, log, (bytes, cryptogram, steps) => EmvCryptogram.ResponseMethod1(bytes, requestCryptogram, responseCode, cryptogram, steps));

    public string ResponseMethod2(KeyMaterial key, byte[] requestCryptogram, byte[] cardStatusUpdate, byte[] proprietaryData, StepLog? log) => Computed(
        key,
        EmvCryptogram.ResponseMethod2Length,
        log,
        (bytes, cryptogram, steps) => EmvCryptogram.ResponseMethod2(bytes, requestCryptogram, cardStatusUpdate, proprietaryData, cryptogram, steps));

    private static byte[] Diversifier(byte[] counter)
    {
        if (counter.Length != CounterLength)
        {
            throw new ParameterException(ParameterFailure.Invalid, "ApplicationTransactionCounter",
                $"-ApplicationTransactionCounter has {CounterLength} bytes, but this one has {counter.Length}.");
        }

        byte[] diversifier = new byte[CryptogramLength];
        counter.CopyTo(diversifier, 0);
        return diversifier;
    }

    private static KeyMaterial Derived(KeyMaterial key, StepLog? log, Derivation derive) => Calculation.Run(log, steps =>
    {
        using SecretBuffer bytes = key.Copy();
        using SecretBuffer derived = derive(bytes.Span, steps);
        return new KeyMaterial(KeyAlgorithm.Tdes2Key, derived.Span);
    });

    private static string Computed(KeyMaterial key, int length, StepLog? log, Cryptogram compute) => Calculation.Run(log, steps =>
    {
        using SecretBuffer bytes = key.Copy();
        byte[] cryptogram = new byte[length];
        compute(bytes.Span, cryptogram, steps);
        return Convert.ToHexString(cryptogram);
    });

    private delegate SecretBuffer Derivation(ReadOnlySpan<byte> key, CalculationSteps? steps);

    private delegate void Cryptogram(ReadOnlySpan<byte> key, Span<byte> cryptogram, CalculationSteps? steps);
}
