using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.Steps;

namespace PaymentCrypto.Local.Calculators;

/// <summary>Runs a function of the library: writes its steps down as they may be shown, and makes its errors those of the contract.</summary>
internal static class Calculation
{
    /// <summary>Runs it.</summary>
    /// <param name="log">Where the steps go; null where nobody asks.</param>
    /// <param name="work">The function, with where it collects its steps.</param>
    /// <exception cref="CalculationException">The function refused. The steps up to there are in the log: they say why.</exception>
    public static T Run<T>(StepLog? log, Func<CalculationSteps?, T> work)
    {
        using CalculationSteps? steps = log is null ? null : [];
        try
        {
            return work(steps);
        }
        catch (CryptographyException error)
        {
            throw new CalculationException(FailureOf(error.Error), error.Message, error);
        }
        finally
        {
            ShownStep.Record(steps, log);
        }
    }

    private static CalculationFailure FailureOf(CryptographyError error) => error switch
    {
        CryptographyError.InvalidKey => CalculationFailure.Key,
        CryptographyError.KeySerialNumber => CalculationFailure.KeySerialNumber,
        CryptographyError.PinBlock => CalculationFailure.PinBlock,
        _ => CalculationFailure.Input,
    };
}
