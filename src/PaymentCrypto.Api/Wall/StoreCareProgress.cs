namespace PaymentCrypto.Api;

/// <summary>How far the care of a store has got.</summary>
/// <param name="Step">What is being done, such as <c>Opening every sealed secret</c>.</param>
/// <param name="Done">How much of it is done, in records or bytes.</param>
/// <param name="Total">How much there is; 0 when that is not known.</param>
public readonly record struct StoreCareProgress(string Step, long Done, long Total);
