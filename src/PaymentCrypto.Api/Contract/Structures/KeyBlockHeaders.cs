using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>What an export writes into the header of the TR-31 block, where it may narrow what the key may do.</summary>
public sealed record KeyBlockHeaders : ApiStructure
{
    /// <summary>The modes of use; they may only narrow those of the key.</summary>
    public KeyModesOfUse? KeyModesOfUse { get; init; }

    /// <summary>The exportability (byte 11 of the TR-31 header); one of <see cref="Api.KeyExportability"/>.</summary>
    [MemberValues(typeof(KeyExportability))]
    public string? KeyExportability { get; init; }

    /// <summary>The key version number: two characters (bytes 9 and 10 of the TR-31 header).</summary>
    [MemberLength(2, 2)]
    [MemberPattern("[0-9A-Z]{2}+")]
    public string? KeyVersion { get; init; }

    /// <summary>Optional blocks: two-character id to ASCII data of 1 to 108 characters.</summary>
    [MemberLength(2, 2, Part = MemberPart.Keys)]
    [MemberPattern("[0-9A-Z]{2}+", Part = MemberPart.Keys)]
    [MemberLength(1, 108, Part = MemberPart.Items)]
    [MemberPattern("[0-9a-zA-Z]+", Part = MemberPart.Items)]
    [Sensitive]
    public IReadOnlyDictionary<string, string>? OptionalBlocks { get; init; }
}
