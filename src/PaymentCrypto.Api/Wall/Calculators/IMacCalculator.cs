using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Api.Calculators;

/// <summary>Message authentication codes.</summary>
public interface IMacCalculator
{
    /// <summary>Computes a MAC.</summary>
    /// <param name="key">The key.</param>
    /// <param name="algorithm">One of <see cref="MacAlgorithm"/>.</param>
    /// <param name="message">The message.</param>
    /// <param name="paddingMethod">Padding of ISO/IEC 9797-1 for its two algorithms: 1, 2, or 0 for none.</param>
    /// <param name="length">Length in bytes, the leftmost; null for what the service answers: 4 by ISO 9797-1 and AS 2805, else all.</param>
    /// <param name="log">Where the steps go.</param>
    /// <returns>Upper-case hex.</returns>
    string Compute(KeyMaterial key, string algorithm, byte[] message, int paddingMethod, int? length, StepLog? log);
}
