using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>What ExportKey does beside wrapping.</summary>
public sealed record ExportAttributes : ApiStructure
{
    /// <summary>Export the initial key of one terminal, derived from this base derivation key.</summary>
    public ExportDukptInitialKey? ExportDukptInitialKey { get; init; }

    /// <summary>How to compute the key check value in the answer; one of <see cref="Api.KeyCheckValueAlgorithm"/>.</summary>
    [MemberValues(typeof(KeyCheckValueAlgorithm))]
    public string? KeyCheckValueAlgorithm { get; init; }
}
