namespace PaymentCrypto.Api.Calculators;

/// <summary>What an issuer that uses IBM 3624 has agreed with its cards, and the data of one of them.</summary>
/// <param name="DecimalizationTable">16 digits.</param>
/// <param name="ValidationData">1 to 16 digits.</param>
/// <param name="PadCharacter">One hex digit.</param>
public sealed record Ibm3624Terms(string DecimalizationTable, string ValidationData, char PadCharacter);
