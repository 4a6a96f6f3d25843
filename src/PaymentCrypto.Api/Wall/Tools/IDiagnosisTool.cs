namespace PaymentCrypto.Api.Tools;

/// <summary>Says why a key exchange is refused, without a store, and mends what can be mended with proof.</summary>
public interface IDiagnosisTool
{
    /// <summary>Makes every check that can be made with what is given.</summary>
    /// <param name="evidence">The exchange.</param>
    /// <returns>The failures in the order of the checks, then what is unknown, then what passed.</returns>
    IReadOnlyList<ExchangeCheckResult> Examine(ExchangeEvidence evidence);

    /// <summary>The first cause for which a request to import may have been refused, as far as the request itself tells.</summary>
    /// <param name="material">The request's material. Nothing of it leaves the process.</param>
    /// <param name="at">The instant of the call.</param>
    /// <returns>The first failure; null when the request shows none.</returns>
    ExchangeCheckResult? FirstCause(ImportKeyMaterial material, DateTimeOffset at);

    /// <summary>The first cause for which a request to export may have been refused, as far as the request itself tells.</summary>
    /// <param name="material">The request's material.</param>
    /// <param name="at">The instant of the call.</param>
    /// <returns>The first failure; null when the request shows none.</returns>
    ExchangeCheckResult? FirstCause(ExportKeyMaterial material, DateTimeOffset at);

    /// <summary>Finds one damaged character of a TR-31 block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="protectionKey">The KBPK.</param>
    /// <returns>Every correction under which the MAC verifies; none when nothing is wrong, or more than one character.</returns>
    IReadOnlyList<BlockCorrection> RepairBlock(string block, KeyMaterial protectionKey);

    /// <summary>Finds one wrong or two swapped digits of a component, by its own check value.</summary>
    /// <param name="component">The component.</param>
    /// <param name="checkValue">4 to 16 hex digits.</param>
    /// <returns>Every correction that fits; the caller disposes each.</returns>
    IReadOnlyList<EnteredCorrection> RepairComponent(KeyMaterial component, string checkValue);

    /// <summary>Finds one wrong or two swapped digits of any component, by the check value of the key.</summary>
    /// <param name="components">All components.</param>
    /// <param name="keyCheckValue">4 to 16 hex digits.</param>
    /// <returns>Every correction that fits; the caller disposes each.</returns>
    IReadOnlyList<EnteredCorrection> RepairComponent(IReadOnlyList<KeyMaterial> components, string keyCheckValue);
}
