namespace PaymentCrypto.Local.Keys;

/// <summary>One row of the table of valid keys.</summary>
/// <param name="Usage">The key usage.</param>
/// <param name="Algorithms">The algorithms that it allows.</param>
/// <param name="Modes">The modes of use that it allows, as letters of a key block header.</param>
/// <param name="ImportedPublicModes">The modes of an imported public key; empty where none can be imported.</param>
internal sealed record KeyAttributeRow(string Usage, string[] Algorithms, string Modes, string ImportedPublicModes = "");
