using PaymentCrypto.Api;
using PaymentCrypto.Api.Validation;

namespace PaymentCrypto.Tests.Api;

/// <summary>The wording is that of AWS front ends, as quoted in public bug reports of several services.</summary>
public sealed class RequestValidatorTests
{
    private const string KeyArn = "arn:aws:payment-cryptography:us-east-1:111122223333:key/kwapwa6qaifllw2h";

    [Fact]
    public void A_request_within_every_constraint_passes() => RequestValidator.Validate(new CreateKeyRequest
    {
        KeyAttributes = Attributes(),
        Exportable = true,
        Tags = [new Tag { Key = "team", Value = "issuing" }],
        ReplicationRegions = ["us-west-2"],
    });

    [Theory]
    [InlineData("alias/a")]
    [InlineData(KeyArn)]
    [InlineData("arn:aws:payment-cryptography:us-east-1:111122223333:alias/a/b_c-d")]
    public void A_key_identifier_may_be_an_alias_name_or_either_arn(string identifier) =>
        RequestValidator.Validate(new GetKeyRequest { KeyIdentifier = identifier });

    [Fact]
    public void A_missing_required_member_is_null() => AssertViolation(
        new GetKeyRequest(),
        "1 validation error detected: Value null at 'keyIdentifier' failed to satisfy constraint: Member must not be null");

    [Fact]
    public void A_value_outside_an_enum_is_answered_with_the_whole_set() => AssertViolation(
        new GetParametersForImportRequest { KeyMaterialType = "TR34", WrappingKeyAlgorithm = "RSA_2048" },
        "1 validation error detected: Value 'TR34' at 'keyMaterialType' failed to satisfy constraint: Member must satisfy enum value set: "
        + "[TR34_KEY_BLOCK, TR31_KEY_BLOCK, ROOT_PUBLIC_KEY_CERTIFICATE, TRUSTED_PUBLIC_KEY_CERTIFICATE, KEY_CRYPTOGRAM]");

    [Fact]
    public void A_value_outside_a_pattern_is_answered_with_the_anchored_pattern() => AssertViolation(
        new GetAliasRequest { AliasName = "aliasX/a" },
        "1 validation error detected: Value 'aliasX/a' at 'aliasName' failed to satisfy constraint: "
        + "Member must satisfy regular expression pattern: ^alias/[a-zA-Z0-9/_-]+$");

    [Theory]
    [InlineData(2, "Member must have value greater than or equal to 3")]
    [InlineData(181, "Member must have value less than or equal to 180")]
    public void A_number_outside_its_range_is_answered_with_the_bound(int days, string constraint) => AssertViolation(
        new DeleteKeyRequest { KeyIdentifier = "alias/a", DeleteKeyInDays = days },
        $"1 validation error detected: Value '{days}' at 'deleteKeyInDays' failed to satisfy constraint: {constraint}");

    [Fact]
    public void A_string_that_is_too_long_is_answered_with_the_bound() => AssertViolation(
        new GetAliasRequest { AliasName = "alias/" + new string('a', 251) },
        "1 validation error detected: Value 'alias/" + new string('a', 250) + "…' at 'aliasName' failed to satisfy constraint: "
        + "Member must have length less than or equal to 256");

    [Fact]
    public void An_empty_string_is_too_short_and_no_match() => AssertViolation(
        new ListTagsForResourceRequest { ResourceArn = string.Empty },
        "2 validation errors detected: Value '' at 'resourceArn' failed to satisfy constraint: Member must have length greater than or equal to 70; "
        + "Value '' at 'resourceArn' failed to satisfy constraint: Member must satisfy regular expression pattern: "
        + "^arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}$");

    [Fact]
    public void A_character_beyond_the_basic_plane_counts_once() => RequestValidator.Validate(new TagResourceRequest
    {
        ResourceArn = KeyArn,
        Tags = [new Tag { Key = string.Concat(Enumerable.Repeat("\U0001F511", 128)), Value = "v" }],
    });

    [Fact]
    public void A_list_with_too_many_items_is_answered_without_them() => AssertViolation(
        new UntagResourceRequest { ResourceArn = KeyArn, TagKeys = [.. Enumerable.Repeat("k", 201)] },
        "1 validation error detected: Value at 'tagKeys' failed to satisfy constraint: Member must have length less than or equal to 200");

    [Fact]
    public void A_wrong_item_is_named_by_its_number_from_1() => AssertViolation(
        new TagResourceRequest { ResourceArn = KeyArn, Tags = [new Tag { Key = "k", Value = "v" }, new Tag { Key = "k" }] },
        "1 validation error detected: Value null at 'tags.2.member.value' failed to satisfy constraint: Member must not be null");

    [Fact]
    public void A_null_item_is_not_an_item() => AssertViolation(
        new UntagResourceRequest { ResourceArn = KeyArn, TagKeys = [null!] },
        "1 validation error detected: Value null at 'tagKeys.1.member' failed to satisfy constraint: Member must not be null");

    [Fact]
    public void Every_item_of_a_list_of_strings_is_checked() => AssertViolation(
        new EnableDefaultKeyReplicationRegionsRequest { ReplicationRegions = ["us-east-1", "mars"] },
        "1 validation error detected: Value 'mars' at 'replicationRegions.2.member' failed to satisfy constraint: "
        + "Member must satisfy regular expression pattern: ^[a-z]{2}-[a-z]{1,16}-[0-9]+$");

    [Fact]
    public void Nested_members_are_named_by_their_path() => AssertViolation(
        new CreateKeyRequest { Exportable = true, KeyAttributes = Attributes() with { KeyUsage = null, KeyModesOfUse = null } },
        "2 validation errors detected: Value null at 'keyAttributes.keyUsage' failed to satisfy constraint: Member must not be null; "
        + "Value null at 'keyAttributes.keyModesOfUse' failed to satisfy constraint: Member must not be null");

    [Fact]
    public void Map_keys_and_map_values_are_checked_and_never_shown() => AssertViolation(
        new ExportKeyRequest
        {
            ExportKeyIdentifier = "alias/a",
            KeyMaterial = new ExportKeyMaterial
            {
                Tr31KeyBlock = new ExportTr31KeyBlock
                {
                    WrappingKeyIdentifier = "alias/b",
                    KeyBlockHeaders = new KeyBlockHeaders { OptionalBlocks = new Dictionary<string, string> { ["secret-id"] = "secret value" } },
                },
            },
        },
        "2 validation errors detected: Value at 'keyMaterial.tr31KeyBlock.keyBlockHeaders.optionalBlocks' failed to satisfy constraint: Map keys must "
            + "satisfy constraint: "
        + "[Member must have length less than or equal to 2, Member must have length greater than or equal to 2, Member must satisfy regular expression "
            + "pattern: ^[0-9A-Z]{2}+$]; "
        + "Value at 'keyMaterial.tr31KeyBlock.keyBlockHeaders.optionalBlocks' failed to satisfy constraint: Map value must satisfy constraint: "
        + "[Member must have length less than or equal to 108, Member must have length greater than or equal to 1, Member must satisfy regular expression "
            + "pattern: ^[0-9a-zA-Z]+$]");

    [Fact]
    public void A_sensitive_value_is_never_shown()
    {
        string block = "D0112" + new string('é', 80);
        string message = Assert.Throws<ValidationException>(() => RequestValidator.Validate(new ImportKeyRequest
        {
            KeyMaterial = new ImportKeyMaterial { Tr31KeyBlock = new ImportTr31KeyBlock { WrappingKeyIdentifier = "alias/a", WrappedKeyBlock = block } },
        })).Message;
        Assert.Equal(
            "1 validation error detected: Value at 'keyMaterial.tr31KeyBlock.wrappedKeyBlock' failed to satisfy constraint: "
            + "Member must satisfy regular expression pattern: ^[0-9a-zA-Z]+$",
            message);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void A_union_has_exactly_one_member(bool tr31, bool tr34) => AssertViolation(
        new ExportKeyRequest
        {
            ExportKeyIdentifier = "alias/a",
            KeyMaterial = new ExportKeyMaterial
            {
                Tr31KeyBlock = tr31 ? new ExportTr31KeyBlock { WrappingKeyIdentifier = "alias/b" } : null,
                As2805KeyCryptogram = tr34
                    ? new ExportAs2805KeyCryptogram { WrappingKeyIdentifier = "alias/b", As2805KeyVariant = As2805KeyVariant.PinEncryptionKeyVariant28 }
                    : null,
            },
        },
        "1 validation error detected: Value at 'keyMaterial' failed to satisfy constraint: Member must have exactly one of its members set: "
        + "[Tr31KeyBlock, Tr34KeyBlock, KeyCryptogram, DiffieHellmanTr31KeyBlock, As2805KeyCryptogram]");

    [Theory]
    [InlineData("")]
    [InlineData("import-token-bwxli6ocftypneu5")]
    public void A_token_may_be_empty(string token) => RequestValidator.Validate(Import(token));

    [Fact]
    public void A_line_break_at_the_end_is_no_match() =>
        Assert.Throws<ValidationException>(() => RequestValidator.Validate(new GetAliasRequest { AliasName = "alias/a\n" }));

    [Fact]
    public void Control_characters_are_not_repeated_in_the_message()
    {
        string message = Assert.Throws<ValidationException>(() => RequestValidator.Validate(new GetAliasRequest { AliasName = "alias/\u001b[2J" })).Message;
        Assert.DoesNotContain('\u001b', message);
    }

    [Theory]
    [InlineData("0123456789ABCDEF0123", true)]
    [InlineData("0123456789ABCDEF01234567", true)]
    [InlineData("0123456789ABCDEF012345", false)]
    [InlineData("0123456789abcdef0123", false)]
    public void A_pattern_of_two_anchored_halves_holds_for_either(string serial, bool passes)
    {
        var request = new ExportKeyRequest
        {
            ExportKeyIdentifier = "alias/a",
            KeyMaterial = new ExportKeyMaterial { Tr31KeyBlock = new ExportTr31KeyBlock { WrappingKeyIdentifier = "alias/b" } },
            ExportAttributes = new ExportAttributes { ExportDukptInitialKey = new ExportDukptInitialKey { KeySerialNumber = serial } },
        };
        Assert.Equal(passes, Record.Exception(() => RequestValidator.Validate(request)) is null);
    }

    [Fact]
    public void A_malformed_member_has_the_error_id_of_one() =>
        Assert.Equal("PcMemberInvalid", Assert.Throws<ValidationException>(() => RequestValidator.Validate(new GetKeyRequest())).ErrorId);

    [Fact]
    public void A_message_about_thousands_of_wrong_items_stays_short()
    {
        string message = Assert.Throws<ValidationException>(() => RequestValidator.Validate(
            new EnableDefaultKeyReplicationRegionsRequest { ReplicationRegions = [.. Enumerable.Repeat("x", 50_000)] })).Message;
        Assert.StartsWith("50000 validation errors detected: ", message, StringComparison.Ordinal);
        Assert.True(message.Length < 5000);
    }

    [Fact]
    public void A_local_operation_has_no_constraints() => RequestValidator.Validate(new ListTokensRequest { MaxResults = -1 });

    private static ImportKeyRequest Import(string token) => new()
    {
        KeyMaterial = new ImportKeyMaterial
        {
            KeyCryptogram = new ImportKeyCryptogram
            {
                KeyAttributes = Attributes(),
                Exportable = true,
                WrappedKeyCryptogram = new string('A', 512),
                ImportToken = token,
            },
        },
    };

    private static KeyAttributes Attributes() => new()
    {
        KeyUsage = KeyUsage.Tr31P0PinEncryptionKey,
        KeyClass = KeyClass.SymmetricKey,
        KeyAlgorithm = KeyAlgorithm.Tdes2Key,
        KeyModesOfUse = new KeyModesOfUse { Encrypt = true },
    };

    private static void AssertViolation(ApiRequest request, string message) =>
        Assert.Equal(message, Assert.Throws<ValidationException>(() => RequestValidator.Validate(request)).Message);
}
