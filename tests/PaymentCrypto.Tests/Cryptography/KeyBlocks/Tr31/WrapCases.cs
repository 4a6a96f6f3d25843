using FsCheck;
using FsCheck.Fluent;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr31;

/// <summary>A key, a header and a KBPK that fit together.</summary>
public sealed record WrapCase(Tr31KeyBlockHeader Header, byte[] Key, byte[] KbpkBytes, bool Hide)
{
    internal KeyBlockProtectionKey Kbpk() => Header.Version is Tr31Version.D or Tr31Version.E
        ? KeyBlockProtectionKey.FromAes(KbpkBytes)
        : KeyBlockProtectionKey.FromTdes(KbpkBytes);
}

/// <summary>All versions, key lengths, fields and optional blocks.</summary>
public static class WrapCases
{
    private static readonly Dictionary<char, int[]> KeyLengths = new()
    {
        ['A'] = [16, 24, 32],
        ['T'] = [16, 24],
        ['D'] = [8],
        ['H'] = [1, 16, 20, 64],
        ['R'] = [600, 1200],
        ['E'] = [121],
    };

    public static Arbitrary<WrapCase> Case() => Arb.From(
        from version in Gen.Elements('A', 'B', 'C', 'D', 'E')
        from algorithm in Gen.Elements(KeyLengths.Keys.ToArray())
        from keyLength in Gen.Elements(KeyLengths[algorithm])
        from kbpkLength in Gen.Elements(version switch
        {
            'D' or 'E' => new[] { 16, 24, 32 },
            'B' => [16, 24],
            _ => [8, 16, 24],
        })
        from key in Bytes(keyLength)
        from kbpk in Bytes(kbpkLength)
        from usage in Gen.Elements("P0", "B0", "K1", "M7", "S0", "10", "ZZ")
        from mode in Gen.Elements('B', 'E', 'X', 'N', '5')
        from keyVersion in Gen.Elements("00", "c1", "A9")
        from exportability in Gen.Elements('E', 'N', 'S')
        from context in Gen.Elements('0', '1', '2')
        from blocks in Gen.SubListOf(Blocks())
        from hide in Gen.Elements(true, false)
        select new WrapCase(
            new Tr31KeyBlockHeader
            {
                Version = (Tr31Version)version,
                KeyUsage = new(usage),
                Algorithm = (Tr31Algorithm)algorithm,
                ModeOfUse = (Tr31ModeOfUse)mode,
                KeyVersion = keyVersion,
                Exportability = (Tr31Exportability)exportability,
                KeyContext = (Tr31KeyContext)context,
                OptionalBlocks = [.. blocks],
            },
            key,
            kbpk,
            hide));

    private static Gen<byte[]> Bytes(int length) => Gen.ArrayOf(ArbMap.Default.GeneratorFor<byte>(), length);

    private static Tr31OptionalBlock[] Blocks() =>
    [
        new AsymmetricKeyLifeBlock(isStatic: true),
        BaseDerivationKeyIdBlock.ForTdes("FFFF987654"),
        CertificateBlock.ForX509(new byte[300], new byte[20]),
        new DerivationsAllowedBlock(new AllowedDerivation(new("D2"), Tr31Algorithm.Aes, Tr31ModeOfUse.EncryptAndDecrypt, Tr31Exportability.NonExportable)),
        new HmacHashBlock(PaymentCrypto.Cryptography.Primitives.HmacHash.Sha256),
        new InitialKeyIdBlock("1234567890123456"),
        new KeySerialNumberBlock("FFFF9876543210E00000"),
        KeyCheckValueBlock.ForExportProtectionKey(KeyCheckValueMethod.Cmac, "0011223344"),
        TimeBlock.ForCreation(DateTimeOffset.UnixEpoch),
        TimeBlock.ForTimeStamp(DateTimeOffset.UnixEpoch.AddMilliseconds(1500)),
        new WrappingPedigreeBlock(WrappingPedigree.Asymmetric),
        new Tr31OptionalBlock("LB", "a label ~ with spaces"),
        new Tr31OptionalBlock("FL", string.Empty),
        new Tr31OptionalBlock("10", "IBMC0114"),
        new Tr31OptionalBlock("11", new string('0', 251)),
        new Tr31OptionalBlock("12", new string('0', 252)),
        new Tr31OptionalBlock("QQ", "not defined"),
    ];
}
