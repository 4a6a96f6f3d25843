using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography.Dukpt;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.Tools;

namespace PaymentCrypto.Local.Calculators;

/// <summary>Keys of DUKPT.</summary>
internal sealed class DukptCalculator : IDukptCalculator
{
    private static readonly DukptUsage[] OfTdes =
    [
        DukptUsage.InitialKey, DukptUsage.TransactionKey, DukptUsage.Pin, DukptUsage.MacRequest, DukptUsage.MacResponse, DukptUsage.DataRequest,
        DukptUsage.DataResponse,
    ];

    private static readonly DukptUsage[] OfAes = [.. OfTdes, DukptUsage.MacBoth, DukptUsage.DataBoth, DukptUsage.KeyEncryption];

    public IReadOnlyList<DukptUsage> Usages(KeyMaterial key) => IsTdes(key) ? OfTdes : OfAes;

    public IReadOnlyList<KeyMaterial> Derive(DukptDerivation derivation, IReadOnlyList<DukptUsage> usages, StepLog? log)
    {
        bool isTdes = IsTdes(derivation.Key);
        string own = derivation.Key.Algorithm;
        string type = derivation.DerivationType ?? own;
        RequireNoStronger(type, own, isTdes);
        List<KeyMaterial> keys = [];
        try
        {
            return Calculation.Run(log, steps =>
            {
                using SecretBuffer given = derivation.Key.Copy();
                using SecretBuffer initial = derivation.IsInitialKey
                    ? SecretBuffer.CopyOf(given.Span)
                    : isTdes
                        ? TdesDukpt.DeriveInitialKey(given.Span, derivation.KeySerialNumber, steps)
                        : AesDukpt.DeriveInitialKey(given.Span, derivation.KeySerialNumber, steps);

                // The initial key is there for a counter of zero too, which no transaction has.
                using SecretBuffer? transaction = usages.All(static usage => usage == DukptUsage.InitialKey) ? null
                    : isTdes ? TdesDukpt.DeriveTransactionKey(initial.Span, derivation.KeySerialNumber, steps)
                    : AesDukpt.DeriveTransactionKey(initial.Span, derivation.KeySerialNumber, steps);
                foreach (DukptUsage usage in usages)
                {
                    keys.Add(usage switch
                    {
                        DukptUsage.InitialKey => new KeyMaterial(own, initial.Span),
                        DukptUsage.TransactionKey => new KeyMaterial(own, transaction!.Span),
                        _ => Working(transaction!, derivation.KeySerialNumber, usage, isTdes, type, steps),
                    });
                }

                return keys;
            });
        }
        catch
        {
            keys.ForEach(static key => key.Dispose());
            throw;
        }
    }

    public string? Next(KeyMaterial key, byte[] keySerialNumber)
    {
        byte[] next = new byte[IsTdes(key) ? TdesDukpt.KeySerialNumberLength : AesDukpt.KeySerialNumberLength];
        try
        {
            if (IsTdes(key))
            {
                TdesDukpt.NextKeySerialNumber(keySerialNumber, next);
            }
            else
            {
                AesDukpt.NextKeySerialNumber(keySerialNumber, next);
            }

            return Convert.ToHexString(next);
        }
        catch (Cryptography.CryptographyException error) when (error.Error == Cryptography.CryptographyError.KeySerialNumber)
        {
            return null;
        }
    }

    private static KeyMaterial Working(SecretBuffer transaction, byte[] serial, DukptUsage usage, bool isTdes, string type, CalculationSteps? steps)
    {
        using SecretBuffer key = isTdes
            ? TdesDukpt.DeriveFromTransactionKey(transaction.Span, TdesUsage(usage), steps)
            : AesDukpt.DeriveFromTransactionKey(transaction.Span, serial, AesUsage(usage), TypeOf(type), steps);
        return new KeyMaterial(type, key.Span);
    }

    private static bool IsTdes(KeyMaterial key) => key.Algorithm switch
    {
        KeyAlgorithm.Tdes2Key => true,
        KeyAlgorithm.Aes128 or KeyAlgorithm.Aes192 or KeyAlgorithm.Aes256 => false,
        _ => throw new CalculationException(
            CalculationFailure.Key, $"DUKPT derives from a key of {KeyAlgorithm.Tdes2Key}, {KeyAlgorithm.Aes128}, {KeyAlgorithm.Aes192} or "
                + $"{KeyAlgorithm.Aes256}, but -Key is one of {key.Algorithm}."),
    };

    // X9.24-3:2017 6.3.1: a derived key is no stronger than the key that it comes from. TDES DUKPT derives double-length TDES alone.
    private static void RequireNoStronger(string type, string own, bool isTdes)
    {
        if (isTdes ? type != own : Strength(type) > Strength(own))
        {
            throw new ParameterException(
                ParameterFailure.Invalid, "DukptDerivationType", $"-DukptDerivationType {type} cannot be derived from a key of {own}: "
                    + $"{(isTdes ? $"TDES DUKPT derives {KeyAlgorithm.Tdes2Key} keys" : "use a type that is no stronger")}.");
        }
    }

    private static int Strength(string algorithm) => algorithm switch
    {
        KeyAlgorithm.Tdes2Key or KeyAlgorithm.Tdes3Key => 0,
        KeyAlgorithm.Aes128 => 128,
        KeyAlgorithm.Aes192 => 192,
        _ => 256,
    };

    private static TdesDukptUsage TdesUsage(DukptUsage usage) => usage switch
    {
        DukptUsage.Pin => TdesDukptUsage.Pin,
        DukptUsage.MacRequest => TdesDukptUsage.MacRequest,
        DukptUsage.MacResponse => TdesDukptUsage.MacResponse,
        DukptUsage.DataRequest => TdesDukptUsage.DataRequest,
        DukptUsage.DataResponse => TdesDukptUsage.DataResponse,
        _ => throw new ParameterException(ParameterFailure.Invalid, "Usage", $"TDES DUKPT has no key for {usage}: it has {string.Join(", ", OfTdes)}."),
    };

    private static AesDukptUsage AesUsage(DukptUsage usage) => usage switch
    {
        DukptUsage.Pin => AesDukptUsage.PinEncryption,
        DukptUsage.MacRequest => AesDukptUsage.MacGeneration,
        DukptUsage.MacResponse => AesDukptUsage.MacVerification,
        DukptUsage.MacBoth => AesDukptUsage.MacBoth,
        DukptUsage.DataRequest => AesDukptUsage.DataEncrypt,
        DukptUsage.DataResponse => AesDukptUsage.DataDecrypt,
        DukptUsage.DataBoth => AesDukptUsage.DataBoth,
        _ => AesDukptUsage.KeyEncryption,
    };

    private static AesDukptKeyType TypeOf(string type) => type switch
    {
        KeyAlgorithm.Tdes2Key => AesDukptKeyType.Tdes2Key,
        KeyAlgorithm.Tdes3Key => AesDukptKeyType.Tdes3Key,
        KeyAlgorithm.Aes128 => AesDukptKeyType.Aes128,
        KeyAlgorithm.Aes192 => AesDukptKeyType.Aes192,
        _ => AesDukptKeyType.Aes256,
    };
}
