using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>Each check of a TR-31 import, provoked once: the message names the value and what would be right, and nothing is kept.</summary>
public sealed class Tr31ImportRefusalTests : IDisposable
{
    private const string Secret = "8A8349794C9EE9A4C2927098F249FED6";

    private readonly ExchangeBench _bench = new();
    private readonly byte[] _kek;
    private readonly string _wrappingKey;
    private readonly KeyBlockProtectionKey _kbpk;

    public Tr31ImportRefusalTests()
    {
        _bench.Secret(Secret);
        _kek = _bench.RandomSecret(32);
        _wrappingKey = _bench.PlaceKek(_kek, KeyAlgorithm.Aes256);
        _kbpk = KeyBlockProtectionKey.FromAes(_kek);
    }

    public void Dispose()
    {
        _kbpk.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public async Task Another_protection_key()
    {
        using var other = KeyBlockProtectionKey.FromAes(_bench.RandomSecret(32));

        await _bench.Refused(() => Import(Block(other).Text), "Tr31Mac", _kbpk.CheckValue, "another KBPK");
        string stated = Tr31KeyBlock.Wrap(Block(other).Header with { OptionalBlocks = [] }, Convert.FromHexString(Secret), other,
            new Tr31WrapOptions { AddProtectionKeyCheckValue = true }).Text;
        await _bench.Refused(() => Import(stated), _kbpk.CheckValue, other.CheckValue[..4]);
    }

    [Fact]
    public async Task A_header_that_was_edited()
    {
        string text = Block(_kbpk).Text;

        await _bench.Refused(() => Import(text[..8] + 'N' + text[9..]), "Tr31Mac", "changed after wrapping");
        await _bench.Refused(() => Import(text[..^1] + (text[^1] == '0' ? '1' : '0')), "Tr31Mac");
        await _bench.Refused(() => Import(text[..^2]), "Tr31Length", "112", "110");
    }

    [Fact]
    public async Task A_version_that_does_not_fit_the_protection_keys_algorithm_names_both()
    {
        using var tdes = KeyBlockProtectionKey.FromTdes(_kek.AsSpan(0, 24));
        string tdesKey = _bench.PlaceKek(_kek[..24], KeyAlgorithm.Tdes3Key);

        await _bench.Refused(() => Import(Block(tdes).Text), "version B", "AES-256", "TDES");
        await _bench.Refused(() => _bench.ImportTr31(tdesKey, Block(_kbpk).Text), "version D", "TDES key of 24 bytes", "AES");
    }

    // What everybody reads in the header is said to everybody; what takes the length of the key to know, to the key's owner alone.
    [Theory]
    [InlineData('T', "C0", 'X', Secret, "TR31_C0", "DeriveKey", true)]
    [InlineData('A', "P0", 'C', Secret, "TR31_P0", "Generate + Verify", true)]
    [InlineData('A', "M3", 'C', Secret, "TR31_M3", "AES_128", true)]
    [InlineData('T', "B1", 'X', Secret, "B1", "usage", false)]
    [InlineData('T', "K2", 'B', Secret, "TR31_K2", "TDES_2KEY", true)]
    [InlineData('T', "P0", 'Y', Secret, "Y", "ode of use", false)]
    [InlineData('T', "P0", 'S', Secret, "TR31_P0", "Sign", true)]
    [InlineData('D', "P0", 'B', "8A8349794C9EE9A4", "8-byte", "D", true)]
    [InlineData('H', "P0", 'B', Secret, "HM", "20, 21, 22 or 23", true)]
    public async Task Fields_that_make_no_key_of_the_service(char algorithm, string usage, char mode, string key, string one, string other, bool forTheOwner)
    {
        ValidationException refusal =
            await _bench.Refused(() => Import(Tr31RoundTripTests.Block(_kbpk, key, algorithm, usage, mode).Text), one, other);

        Assert.Equal(forTheOwner, refusal.OwnersDetail is not null);
    }

    [Fact]
    public async Task A_version_that_the_documentation_does_not_name()
    {
        string block = Tr31RoundTripTests.Block(_kbpk, Secret, 'T', "B0", 'X', Tr31Version.E).Text;
        using ExchangeBench documented = new(options => options with { Conformance = Conformance.Documented });
        string there = documented.PlaceKek(_kek, KeyAlgorithm.Aes256);
        ImportTr31KeyBlock material = new() { WrappingKeyIdentifier = _wrappingKey, WrappedKeyBlock = block };

        ImportKeyResponse observed = await _bench.Service.Send(new ImportKeyRequest { KeyMaterial = new ImportKeyMaterial { Tr31KeyBlock = material } });
        Assert.Contains("version E", Assert.Single(observed.Metadata.Warnings), StringComparison.Ordinal);
        await documented.Refused(() => documented.ImportTr31(there, block), "version E", "use version D");
        ImportKeyResponse named = await _bench.Service.Send(
            new ImportKeyRequest { KeyMaterial = new ImportKeyMaterial { Tr31KeyBlock = material with { WrappedKeyBlock = Block(_kbpk).Text } } });
        Assert.Empty(named.Metadata.Warnings);
        Assert.Equal(observed.Key!.KeyCheckValue, named.Key!.KeyCheckValue);
    }

    [Fact]
    public async Task A_hash_that_the_service_does_not_have()
    {
        Tr31KeyBlock block = Tr31RoundTripTests.Block(_kbpk, Secret, 'H', "M7", 'C', blocks: new HmacHashBlock(HmacHash.Sha3256));

        await _bench.Refused(() => Import(block.Text), "31", "20, 21, 22 and 23");
    }

    [Fact]
    public async Task A_key_whose_length_its_algorithm_does_not_have()
    {
        var block = Tr31KeyBlock.Wrap(Block(_kbpk).Header, Convert.FromHexString(Secret).AsSpan(0, 10), _kbpk,
            new Tr31WrapOptions { AllowNonStandardKeyLength = true });

        await _bench.Refused(() => Import(block.Text), "Tr31KeyLength", "10", "16 or 24");
    }

    [Fact]
    public async Task A_check_value_in_the_block_that_is_not_the_keys()
    {
        Tr31KeyBlock block =
            Tr31RoundTripTests.Block(_kbpk, Secret, 'T', "B0", 'X', blocks: KeyCheckValueBlock.ForWrappedKey(KeyCheckValueMethod.Legacy, "ABCDEF"));

        await _bench.Refused(() => Import(block.Text), "ABCDEF", "9C8552");
    }

    [Fact]
    public async Task A_wrapping_key_that_may_not_be_used()
    {
        string block = Block(_kbpk).Text;
        string pin = _bench.Place(_kek, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Aes256, "B");
        string encryptOnly = _bench.Place(_kek, KeyUsage.Tr31K1KeyBlockProtectionKey, KeyAlgorithm.Aes256, "E");
        string absent = _wrappingKey[..^16] + "abcdefghijklmnop";
        string elsewhere = _wrappingKey.Replace(AccountScope.DefaultRegion, "eu-west-1", StringComparison.Ordinal);
        await _bench.Service.CreateAlias("alias/unassigned");

        await _bench.Refused(() => _bench.ImportTr31(pin, block), pin, KeyUsage.Tr31P0PinEncryptionKey, KeyUsage.Tr31K1KeyBlockProtectionKey);
        await _bench.Refused(() => _bench.ImportTr31(encryptOnly, block), encryptOnly, "Unwrap");
        await _bench.Refused<ResourceNotFoundException>(() => _bench.ImportTr31(absent, block), "PcResourceNotFound", absent);
        await _bench.Refused<ResourceNotFoundException>(() => _bench.ImportTr31("alias/none", block), "PcResourceNotFound", "alias/none");
        await _bench.Refused<ResourceNotFoundException>(() => _bench.ImportTr31("alias/unassigned", block), "PcResourceNotFound", "alias/unassigned", "no key");
        await _bench.Refused<ResourceNotFoundException>(() => _bench.ImportTr31(elsewhere, block), "PcResourceNotFound", "eu-west-1",
            AccountScope.DefaultRegion);

        await _bench.Service.Send(new StopKeyUsageRequest { KeyIdentifier = _wrappingKey });
        await _bench.Refused(() => Import(block), _wrappingKey, "disabled");
        await _bench.Service.Send(new DeleteKeyRequest { KeyIdentifier = _wrappingKey, DeleteKeyInDays = 3 });
        await _bench.Refused(() => Import(block), _wrappingKey, KeyState.DeletePending);
    }

    [Fact]
    public async Task A_wish_of_the_request_that_cannot_be_granted()
    {
        string block = Block(_kbpk).Text;
        Task With(Func<ImportKeyRequest, ImportKeyRequest> change) =>
            _bench.Import(new ImportKeyMaterial { Tr31KeyBlock = new ImportTr31KeyBlock { WrappingKeyIdentifier = _wrappingKey, WrappedKeyBlock = block } },
                change);

        await _bench.Refused(() => With(request => request with { KeyCheckValueAlgorithm = KeyCheckValueAlgorithm.Hmac }), KeyCheckValueAlgorithm.Hmac,
            KeyCheckValueAlgorithm.AnsiX924);
        await _bench.Refused(() => With(request => request with { ReplicationRegions = [AccountScope.DefaultRegion] }), AccountScope.DefaultRegion);
        await _bench.Refused(() => With(request => request with { Tags = [new Tag { Key = "a", Value = "1" }, new Tag { Key = "a", Value = "2" }] }), "a");
    }

    [Fact]
    public async Task A_key_more_than_the_quota_here_or_in_a_replicas_region()
    {
        using ExchangeBench small = new(options => options with { Quotas = new ServiceQuotas { Keys = 2 } });
        string wrappingKey = small.PlaceKek(_kek, KeyAlgorithm.Aes256);
        small.Secret(Secret);
        IPaymentCryptography west = small.Engine.ForScope(new AccountScope(AccountScope.DefaultAccountId, "us-west-2"));
        await west.CreateKey();
        await west.CreateKey();

        await small.Refused<ServiceQuotaExceededException>(
            () => small.Import(
                new ImportKeyMaterial { Tr31KeyBlock = new ImportTr31KeyBlock { WrappingKeyIdentifier = wrappingKey, WrappedKeyBlock = Block(_kbpk).Text } },
                request => request with { ReplicationRegions = ["us-west-2"] }),
            "PcServiceQuotaExceeded",
            "us-west-2",
            "2 keys");
        await small.ImportTr31(wrappingKey, Block(_kbpk).Text);
        await small.Refused<ServiceQuotaExceededException>(() => small.ImportTr31(wrappingKey, Block(_kbpk).Text), "PcServiceQuotaExceeded",
            AccountScope.DefaultRegion, "quota is 2");
    }

    [Fact]
    public async Task A_union_with_no_member_or_with_two()
    {
        ImportTr31KeyBlock block = new() { WrappingKeyIdentifier = _wrappingKey, WrappedKeyBlock = Block(_kbpk).Text };
        ImportAs2805KeyCryptogram second = new()
        {
            WrappingKeyIdentifier = _wrappingKey,
            As2805KeyVariant = As2805KeyVariant.DataEncryptionKeyVariant22,
            KeyAlgorithm = KeyAlgorithm.Tdes2Key,
            KeyModesOfUse = KeyCalls.Modes("B"),
            Exportable = true,
            WrappedKeyCryptogram = new string('A', 32),
        };

        await _bench.Refused<ValidationException>(() => _bench.Import(new ImportKeyMaterial()), "PcMemberInvalid", "eyMaterial");
        await _bench.Refused<ValidationException>(() => _bench.Import(new ImportKeyMaterial { Tr31KeyBlock = block, As2805KeyCryptogram = second }),
            "PcMemberInvalid", "eyMaterial");
        await _bench.Refused<ValidationException>(() => _bench.Import(new ImportKeyMaterial { Tr31KeyBlock = block with { WrappedKeyBlock = "too short" } }),
            "PcMemberInvalid", "rappedKeyBlock");
    }

    private static Tr31KeyBlock Block(KeyBlockProtectionKey kbpk) => Tr31RoundTripTests.Block(kbpk, Secret, 'T', "B0", 'X');

    private Task<Key> Import(string block) => _bench.ImportTr31(_wrappingKey, block);
}
