using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Local.Tools;

/// <summary>A read header in the terms of the contract.</summary>
internal static class HeaderText
{
    private static readonly Dictionary<string, string> OptionalBlocks = new(StringComparer.Ordinal)
    {
        ["AL"] = "Asymmetric key life",
        ["BI"] = "Base derivation key identifier",
        ["CT"] = "Certificate",
        ["DA"] = "Derivations allowed",
        ["FL"] = "Flags",
        ["HM"] = "Hash of an HMAC key",
        ["IK"] = "Initial key identifier of AES DUKPT",
        ["KC"] = "Check value of the key",
        ["KP"] = "Check value of the protection key",
        ["KS"] = "Initial key serial number of TDES DUKPT",
        ["KV"] = "Key block values version",
        ["LB"] = "Label",
        ["PB"] = "Padding",
        ["PK"] = "Check value of the protection key of the export",
        ["TC"] = "Time of creation",
        ["TS"] = "Time stamp",
        ["WP"] = "Wrapping pedigree",
    };

    public static KeyBlockHeader Describe(Tr31KeyBlockHeader header) => new()
    {
        Text = header.ToString(),
        Version = header.Version.ToString(),
        KeyUsage = header.KeyUsage.Code,
        KeyUsageMeaning = header.KeyUsage.Description,
        Algorithm = ((char)header.Algorithm).ToString(),
        AlgorithmMeaning = Name(header.Algorithm),
        ModeOfUse = ((char)header.ModeOfUse).ToString(),
        ModeOfUseMeaning = Name(header.ModeOfUse),
        KeyVersion = header.KeyVersion,
        Exportability = ((char)header.Exportability).ToString(),
        ExportabilityMeaning = Name(header.Exportability),
        OptionalBlocks =
            [.. header.OptionalBlocks.Select(block => new KeyBlockOptionalBlock(block.Id, block.Data, OptionalBlocks.GetValueOrDefault(block.Id)))],
    };

    private static string? Name<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value) ? value.ToString() : null;
}
