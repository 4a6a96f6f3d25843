namespace PaymentCrypto.Commands.Calculators;

/// <summary>How a cryptogram is computed, beside key, card number and data.</summary>
/// <param name="Mode">One of <see cref="Api.SessionKeyDerivationMode"/>.</param>
/// <param name="Padding">How the last block is filled.</param>
/// <param name="Sequence">The sequence number of the card.</param>
/// <param name="MajorMode">One of <see cref="Api.MajorKeyDerivationMode"/>.</param>
/// <param name="Counter">The counter; empty for none.</param>
/// <param name="UnpredictableNumber">The unpredictable number; empty for none.</param>
internal sealed record CryptogramTerms(string Mode, BlockPadding Padding, string Sequence, string MajorMode, byte[] Counter, byte[] UnpredictableNumber);
