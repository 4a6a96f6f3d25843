using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>TR-31 in and out: between two engines, and between an engine and the format library in the HSM's place.</summary>
public sealed class Tr31RoundTripTests : IDisposable
{
    private const string TdesKek = "79ADAEF3212AADCE312ACE422ACCFEFB0123456789ABCDEF";
    private const string AesKek = "9A258BD009C508667F11A04301C6D4EC9A258BD009C508667F11A04301C6D4ED";

    private readonly ExchangeBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("TDES_2KEY", "P0", "B", 'B')]
    [InlineData("TDES_3KEY", "M3", "C", 'B')]
    [InlineData("TDES_2KEY", "C0", "G", 'D')]
    [InlineData("TDES_3KEY", "V2", "V", 'D')]
    [InlineData("AES_128", "D0", "E", 'D')]
    [InlineData("AES_192", "K1", "D", 'D')]
    [InlineData("AES_256", "K0", "B", 'D')]
    [InlineData("AES_128", "M7", "C", 'D')]
    [InlineData("TDES_2KEY", "E0", "X", 'D')]
    [InlineData("AES_256", "B0", "N", 'D')]
    [InlineData("HMAC_SHA224", "M7", "C", 'D')]
    [InlineData("HMAC_SHA256", "M7", "G", 'D')]
    [InlineData("HMAC_SHA384", "M7", "V", 'D')]
    [InlineData("HMAC_SHA512", "M7", "N", 'D')]
    public async Task A_key_travels_from_one_engine_to_another_and_is_the_same_key_there(string algorithm, string usage, string modes, char version)
    {
        using ExchangeBench other = new();
        bool tdes = version == 'B';
        byte[] kek = Convert.FromHexString(tdes ? TdesKek : AesKek);
        string kekAlgorithm = tdes ? KeyAlgorithm.Tdes3Key : KeyAlgorithm.Aes256;
        string here = _bench.PlaceKek(kek, kekAlgorithm);
        string there = other.PlaceKek(kek, kekAlgorithm);
        Key created = await _bench.Service.CreateKey(UsageOf(usage), algorithm, modes);

        WrappedKey wrapped = await _bench.ExportTr31(created.KeyArn!, here);
        Key imported = await other.ImportTr31(there, wrapped.KeyMaterial!);

        Assert.Equal(version, wrapped.KeyMaterial![0]);
        Assert.Equal((here, WrappedKeyMaterialFormat.Tr31KeyBlock), (wrapped.WrappingKeyArn, wrapped.WrappedKeyMaterialFormat));
        Assert.Equal(created.KeyAttributes, imported.KeyAttributes);
        Assert.Equal((created.KeyCheckValue, created.KeyCheckValueAlgorithm), (imported.KeyCheckValue, imported.KeyCheckValueAlgorithm));
        Assert.Equal((created.KeyCheckValue, created.KeyCheckValueAlgorithm), (wrapped.KeyCheckValue, wrapped.KeyCheckValueAlgorithm));
        Assert.Equal((KeyOrigin.External, KeyState.CreateComplete, true, true), (imported.KeyOrigin, imported.KeyState, imported.Enabled, imported.Exportable));
    }

    // Keys and check values: the service's own samples (SPEC 7.2).
    [Theory]
    [InlineData("8A8349794C9EE9A4C2927098F249FED6", 'T', "B0", 'X', "TDES_2KEY", "9C8552")]
    [InlineData("545E2AADFD5EC42F2F5BE5E3ADC75E9B290252A1A219B380", 'T', "P0", 'B', "TDES_3KEY", "C15FFF")]
    [InlineData("75BDAEF54587CAE6563A5CE57B4B9F9F", 'T', "M3", 'C', "TDES_2KEY", "946B22")]
    [InlineData("6786D3D6F2266E19B67302438ACE7551", 'T', "E0", 'X', "TDES_2KEY", "245CB8")]
    [InlineData("2b7e151628aed2a6abf7158809cf4f3c", 'A', "D0", 'B', "AES_128", "7AD386")]
    [InlineData("8A8349794C9EE9A4C2927098F249FED6", 'A', "B0", 'X', "AES_128", "B32CFD")]
    public async Task A_block_of_an_HSM_gives_the_key_with_the_published_check_value(string key, char algorithm, string usage, char mode,
        string expectedAlgorithm, string checkValue)
    {
        string kek = _bench.PlaceKek(Convert.FromHexString(AesKek), KeyAlgorithm.Aes256);
        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString(AesKek));

        Key imported = await _bench.ImportTr31(kek, Block(kbpk, key, algorithm, usage, mode).Text);

        Assert.Equal(checkValue, imported.KeyCheckValue);
        Assert.Equal(KeyCalls.Attributes(UsageOf(usage), expectedAlgorithm, mode.ToString()), imported.KeyAttributes);
    }

    [Theory]
    [InlineData(Tr31Version.A)]
    [InlineData(Tr31Version.B)]
    [InlineData(Tr31Version.C)]
    public async Task Every_TDES_version_is_taken_in_and_version_B_goes_out(Tr31Version version)
    {
        string kek = _bench.PlaceKek(Convert.FromHexString(TdesKek), KeyAlgorithm.Tdes3Key);
        using var kbpk = KeyBlockProtectionKey.FromTdes(Convert.FromHexString(TdesKek));

        Key imported = await _bench.ImportTr31(kek, Block(kbpk, "8A8349794C9EE9A4C2927098F249FED6", 'T', "B0", 'X', version).Text);
        WrappedKey exported = await _bench.ExportTr31(imported.KeyArn!, kek);

        Assert.Equal("9C8552", imported.KeyCheckValue);
        using Tr31UnwrappedKey opened = Tr31KeyBlock.Unwrap(exported.KeyMaterial!, kbpk);
        Assert.Equal(Tr31Version.B, opened.Header.Version);
        Assert.Equal("8A8349794C9EE9A4C2927098F249FED6", Convert.ToHexString(opened.Key));
    }

    // Lengths and headers of the blocks in the service's documentation (SPEC 4.11 and 7.2).
    [Theory]
    [InlineData("TDES_2KEY", "K1", "B", false, "D0112K1TB00E0000")]
    [InlineData("TDES_3KEY", "K1", "B", false, "D0112K1TB00E0000")]
    [InlineData("AES_128", "K0", "B", false, "D0144K0AB00E0000")]
    [InlineData("AES_256", "K0", "B", false, "D0144K0AB00E0000")]
    [InlineData("TDES_2KEY", "K0", "B", true, "B0096K0TB00E0000")]
    public async Task An_exported_block_has_the_header_and_length_of_the_services_own(string algorithm, string usage, string modes, bool underTdes,
        string header)
    {
        string kek = underTdes
            ? _bench.PlaceKek(Convert.FromHexString(TdesKek), KeyAlgorithm.Tdes3Key)
            : _bench.PlaceKek(Convert.FromHexString(AesKek), KeyAlgorithm.Aes256);
        Key key = await _bench.Service.CreateKey(UsageOf(usage), algorithm, modes);

        string block = (await _bench.ExportTr31(key.KeyArn!, kek)).KeyMaterial!;

        Assert.Equal(header, block[..16]);
        Assert.Equal(int.Parse(header[1..5], System.Globalization.CultureInfo.InvariantCulture), block.Length);
    }

    [Theory]
    [InlineData('E', true)]
    [InlineData('S', true)]
    [InlineData('N', false)]
    public async Task The_headers_exportability_decides_whether_the_key_is_exportable(char exportability, bool exportable)
    {
        string kek = _bench.PlaceKek(Convert.FromHexString(AesKek), KeyAlgorithm.Aes256);
        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString(AesKek));

        Key imported = await _bench.ImportTr31(kek, Block(kbpk, "8A8349794C9EE9A4C2927098F249FED6", 'T', "B0", 'X', exportability: exportability).Text);

        Assert.Equal(exportable, imported.Exportable);
    }

    [Fact]
    public async Task The_HM_block_names_the_hash_in_both_directions()
    {
        string kek = _bench.PlaceKek(Convert.FromHexString(AesKek), KeyAlgorithm.Aes256);
        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString(AesKek));
        Tr31KeyBlock block = Block(kbpk, new string('5', 64), 'H', "M7", 'C', blocks: new HmacHashBlock(HmacHash.Sha384));

        Key imported = await _bench.ImportTr31(kek, block.Text);
        WrappedKey exported =
            await _bench.ExportTr31(imported.KeyArn!, kek, new KeyBlockHeaders { OptionalBlocks = new Dictionary<string, string> { ["HM"] = "22" } });

        Assert.Equal((KeyAlgorithm.HmacSha384, KeyCheckValueAlgorithm.Hmac), (imported.KeyAttributes!.KeyAlgorithm, imported.KeyCheckValueAlgorithm));
        using Tr31UnwrappedKey opened = Tr31KeyBlock.Unwrap(exported.KeyMaterial!, kbpk);
        Assert.Equal(["HM", "PB"], opened.Header.OptionalBlocks.Select(optional => optional.Id));
        Assert.Equal(HmacHash.Sha384, opened.Header.FindBlock<HmacHashBlock>()!.Hash);
        Assert.Equal(new string('5', 64), Convert.ToHexString(opened.Key));
    }

    [Fact]
    public async Task Optional_blocks_of_a_received_block_do_no_harm()
    {
        string kek = _bench.PlaceKek(Convert.FromHexString(AesKek), KeyAlgorithm.Aes256);
        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString(AesKek));
        var block = Tr31KeyBlock.Wrap(
            Header('T', "B0", 'X', Tr31Version.D, 'E', new Tr31OptionalBlock("KS", "FFFF9876543210E00001"), new Tr31OptionalBlock("01", "proprietary")),
            Convert.FromHexString("8A8349794C9EE9A4C2927098F249FED6"),
            kbpk,
            new Tr31WrapOptions { AddKeyCheckValue = true, AddProtectionKeyCheckValue = true });

        Assert.Equal("9C8552", (await _bench.ImportTr31(kek, block.Text)).KeyCheckValue);
    }

    [Fact]
    public async Task Hex_in_lower_case_is_taken_as_it_is()
    {
        string kek = _bench.PlaceKek(Convert.FromHexString(AesKek), KeyAlgorithm.Aes256);
        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString(AesKek));
        string text = Block(kbpk, "8A8349794C9EE9A4C2927098F249FED6", 'T', "B0", 'X').Text;

        Assert.Equal("9C8552", (await _bench.ImportTr31(kek, text[..16] + text[16..].ToLowerInvariant())).KeyCheckValue);
    }

    [Fact]
    public async Task Headers_may_be_stricter_and_carry_version_and_blocks()
    {
        string kek = _bench.PlaceKek(Convert.FromHexString(AesKek), KeyAlgorithm.Aes256);
        Key key = await _bench.Service.CreateKey(KeyUsage.Tr31M3Iso97973MacKey, KeyAlgorithm.Tdes3Key, "C");

        WrappedKey exported = await _bench.ExportTr31(key.KeyArn!, kek, new KeyBlockHeaders
        {
            KeyModesOfUse = KeyCalls.Modes("V"),
            KeyExportability = KeyExportability.NonExportable,
            KeyVersion = "7A",
            OptionalBlocks = new Dictionary<string, string> { ["PB"] = "0000", ["KS"] = "FFFF9876543210E00001" },
        });

        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString(AesKek));
        using Tr31UnwrappedKey opened = Tr31KeyBlock.Unwrap(exported.KeyMaterial!, kbpk);
        Assert.Equal(("V", "N", "7A"), ($"{(char)opened.Header.ModeOfUse}", $"{(char)opened.Header.Exportability}", opened.Header.KeyVersion));
        Assert.Equal(["KS = FFFF9876543210E00001", "PB = 0000"], opened.Header.OptionalBlocks.Select(block => block.ToString()));
    }

    [Fact]
    public async Task The_request_decides_enablement_tags_and_replicas()
    {
        string kek = _bench.PlaceKek(Convert.FromHexString(AesKek), KeyAlgorithm.Aes256);
        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString(AesKek));
        string block = Block(kbpk, "8A8349794C9EE9A4C2927098F249FED6", 'T', "B0", 'X').Text;

        Key imported = await _bench.Import(
            new ImportKeyMaterial { Tr31KeyBlock = new ImportTr31KeyBlock { WrappingKeyIdentifier = kek, WrappedKeyBlock = block } },
            request => request with
            {
                Enabled = false,
                Tags = [new Tag { Key = "team", Value = "acquiring" }],
                ReplicationRegions = ["us-west-2"],
                KeyCheckValueAlgorithm = KeyCheckValueAlgorithm.Cmac
            });

        Assert.False(imported.Enabled);
        Assert.Equal(KeyCheckValueAlgorithm.Cmac, imported.KeyCheckValueAlgorithm);
        Assert.Equal("acquiring", Assert.Single((await _bench.Service.Send(new ListTagsForResourceRequest { ResourceArn = imported.KeyArn! })).Tags!).Value);
        IPaymentCryptography west = _bench.Engine.ForScope(new AccountScope(AccountScope.DefaultAccountId, "us-west-2"));
        Key replica = await west.GetKey(imported.KeyArn!.Replace(AccountScope.DefaultRegion, "us-west-2", StringComparison.Ordinal));
        Assert.Equal((MultiRegionKeyType.Replica, imported.KeyCheckValue), (replica.MultiRegionKeyType, replica.KeyCheckValue));
    }

    [Fact]
    public async Task A_replica_wraps_and_unwraps_in_its_own_region_only()
    {
        Key kek = await _bench.Service.CreateKey(KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm.Aes256, "B",
            request => request with { ReplicationRegions = ["us-west-2"] });
        Key key = await _bench.Service.CreateKey();
        string block = (await _bench.ExportTr31(key.KeyArn!, kek.KeyArn!)).KeyMaterial!;
        string replica = kek.KeyArn!.Replace(AccountScope.DefaultRegion, "us-west-2", StringComparison.Ordinal);
        IPaymentCryptography west = _bench.Engine.ForScope(new AccountScope(AccountScope.DefaultAccountId, "us-west-2"));

        ImportKeyResponse imported = await west.Send(new ImportKeyRequest
        {
            KeyMaterial = new ImportKeyMaterial { Tr31KeyBlock = new ImportTr31KeyBlock { WrappingKeyIdentifier = replica, WrappedKeyBlock = block } },
        });

        Assert.Equal(key.KeyCheckValue, imported.Key!.KeyCheckValue);
        await _bench.Refused<ResourceNotFoundException>(() => _bench.ImportTr31(replica, block), "PcResourceNotFound", "us-west-2", AccountScope.DefaultRegion);
        await _bench.Service.Send(new StopKeyUsageRequest { KeyIdentifier = kek.KeyArn });
        await _bench.Refused(() => west.Send(new ExportKeyRequest
        {
            ExportKeyIdentifier = imported.Key.KeyArn,
            KeyMaterial = new ExportKeyMaterial { Tr31KeyBlock = new ExportTr31KeyBlock { WrappingKeyIdentifier = replica } },
        }), replica, "disabled");
    }

    [Theory]
    [InlineData("D", true)]
    [InlineData("N", true)]
    [InlineData("E", false)]
    public async Task Modes_D_and_N_unwrap_and_modes_E_and_N_wrap(string modes, bool unwraps)
    {
        string kek = _bench.Place(Convert.FromHexString(AesKek), KeyUsage.Tr31K1KeyBlockProtectionKey, KeyAlgorithm.Aes256, modes);
        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString(AesKek));
        string block = Block(kbpk, "8A8349794C9EE9A4C2927098F249FED6", 'T', "B0", 'X').Text;
        Key key = await _bench.Service.CreateKey();

        if (unwraps)
        {
            Assert.Equal("9C8552", (await _bench.ImportTr31(kek, block)).KeyCheckValue);
        }
        else
        {
            await _bench.Refused(() => _bench.ImportTr31(kek, block), kek, "Unwrap");
        }

        if (modes == "D")
        {
            await _bench.Refused(() => _bench.ExportTr31(key.KeyArn!, kek), kek, "Wrap");
        }
        else
        {
            Assert.Equal(key.KeyCheckValue, (await _bench.ExportTr31(key.KeyArn!, kek)).KeyCheckValue);
        }
    }

    internal static string UsageOf(string code) => KeyUsage.All.Single(usage => usage.StartsWith($"TR31_{code}_", StringComparison.Ordinal));

    internal static Tr31KeyBlock Block(
        KeyBlockProtectionKey kbpk, string key, char algorithm, string usage, char mode, Tr31Version? version = null, char exportability = 'E',
        params Tr31OptionalBlock[] blocks) => Tr31KeyBlock.Wrap(
        Header(algorithm, usage, mode, version ?? kbpk.PreferredVersion, exportability,
            blocks), Convert.FromHexString(key), kbpk, new Tr31WrapOptions { AllowWithdrawnVersions = true });

    private static Tr31KeyBlockHeader Header(char algorithm, string usage, char mode, Tr31Version version, char exportability,
        params Tr31OptionalBlock[] blocks) => new()
        {
            Version = version,
            KeyUsage = new Tr31KeyUsage(usage),
            Algorithm = (Tr31Algorithm)algorithm,
            ModeOfUse = (Tr31ModeOfUse)mode,
            Exportability = (Tr31Exportability)exportability,
            OptionalBlocks = blocks,
        };
}
