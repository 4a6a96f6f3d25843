using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Api.Calculators;

/// <summary>Keys of DUKPT: X9.24-1:2009 for TDES, X9.24-3:2017 for AES.</summary>
public interface IDukptCalculator
{
    /// <summary>The usages that there are for a key's algorithm.</summary>
    /// <param name="key">A base derivation key or an initial key.</param>
    IReadOnlyList<DukptUsage> Usages(KeyMaterial key);

    /// <summary>Derives keys of one transaction.</summary>
    /// <param name="derivation">From what.</param>
    /// <param name="usages">For what; the order is that of the answer.</param>
    /// <param name="log">Where the steps go.</param>
    /// <returns>One key for each usage; the caller disposes them.</returns>
    IReadOnlyList<KeyMaterial> Derive(DukptDerivation derivation, IReadOnlyList<DukptUsage> usages, StepLog? log);

    /// <summary>The serial number of the device's next transaction; null when it has used its last.</summary>
    /// <param name="key">The key, for its algorithm.</param>
    /// <param name="keySerialNumber">The serial number.</param>
    /// <returns>Upper-case hex.</returns>
    string? Next(KeyMaterial key, byte[] keySerialNumber);
}
