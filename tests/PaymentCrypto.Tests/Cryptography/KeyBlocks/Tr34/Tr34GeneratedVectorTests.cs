using System.Text.Json;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

/// <summary>Every record of the generated set: fourteen tokens of all dialects to open, eighteen to refuse, each for its own reason.</summary>
public sealed class Tr34GeneratedVectorTests
{
    private static readonly Dictionary<string, CryptographyError> Refusals = new()
    {
        ["bad_digest"] = CryptographyError.Tr34DigestMismatch,
        ["bad_signature"] = CryptographyError.Tr34SignatureInvalid,
        ["bad_ciphertext"] = CryptographyError.Tr34DigestMismatch,
        ["header_mismatch"] = CryptographyError.Tr34HeaderMismatch,
        ["inner_kdh_mismatch"] = CryptographyError.Tr34InnerSignerMismatch,
        ["wrong_recipient"] = CryptographyError.Tr34RecipientMismatch,
        ["signer_not_expected"] = CryptographyError.Tr34SignatureInvalid,
        ["bad_padding"] = CryptographyError.Tr34Padding,
        ["pkcs1_key_transport"] = CryptographyError.Tr34EphemeralKey,
        ["aes_8_byte_iv"] = CryptographyError.Tr34InitializationVector,
        ["two_pass_without_nonce"] = CryptographyError.Tr34NonceMissing,
        ["two_signer_infos"] = CryptographyError.Tr34SignerCount,
        ["revoked_kdh"] = CryptographyError.CertificateRevoked,
        ["header_alg_vs_keylen"] = CryptographyError.Tr34KeyLength,
        ["nonce_replay"] = CryptographyError.Tr34NonceMismatch,
        ["trailing_bytes"] = CryptographyError.Tr34TrailingData,
        ["truncated"] = CryptographyError.Tr34Truncated,
        ["expired_kdh_cert"] = CryptographyError.CertificateExpired,
    };

    private static readonly Dictionary<string, Tr34Dialect> Dialects = new()
    {
        ["annexb_layout_seq_crl"] = Tr34Dialect.AnnexB,
        ["annexb_repaired_seq_crl"] = Tr34Dialect.AnnexBRepaired,
        ["futurex_like_v73"] = Tr34Dialect.Futurex,
        ["strict_cms_sorted_3des"] = Tr34Dialect.StrictCms,
        ["strict_cms_sorted_aes256"] = Tr34Dialect.StrictCms,
        ["strict_cms_aes128_unsorted"] = Tr34Dialect.StrictCms,
        ["sent_unsorted_signed_sorted"] = Tr34Dialect.StrictCms,
        ["one_pass_utctime_crl"] = Tr34Dialect.StrictCms,
    };

    public static TheoryData<string> Accepted => Ids("accept");

    public static TheoryData<string> Rejected => Ids("reject");

    [Fact]
    public void The_set_is_complete()
    {
        Assert.Equal(14, Accepted.Count);
        Assert.Equal(18, Rejected.Count);
        Assert.Equal(Rejected.Select(row => row.Data).Order(), Refusals.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Token_opens_and_gives_its_key(string id)
    {
        JsonElement record = Tr34Fixture.Records[id];

        using Tr34OpenedKey opened = Tr34KeyBlock.Open(record.Hex("token"), Tr34Fixture.Receiver(record));

        Assert.Equal(record.Hex("key"), opened.Key.ToArray());
        Assert.Equal(record.Text("key_block_header"), opened.Header);
        Assert.Equal(Dialects.GetValueOrDefault(id, Tr34Dialect.Aws), opened.Block.Dialect);
        Assert.Equal(record.Text("iv"), Convert.ToHexString(opened.Block.InitializationVector.Span));
        Assert.Equal(record.TextOrNull("random_nonce"), opened.Block.RandomNonce is { } nonce ? Convert.ToHexString(nonce.Span) : null);
        Tr34SignatureForm expectedForm = record.GetProperty("signature_valid_over")[0].GetString() == "as_sent"
            ? Tr34SignatureForm.AsReceived
            : Tr34SignatureForm.DerSorted;
        Assert.Equal(expectedForm, opened.SignatureForm);
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public void Token_is_refused_for_its_own_reason(string id)
    {
        JsonElement record = Tr34Fixture.Records[id];

        CryptographyException refusal = Tr34Fixture.Refused(Refusals[id], () => Tr34KeyBlock.Open(record.Hex("token"), Tr34Fixture.Receiver(record)));

        Assert.DoesNotContain(record.Text("key"), refusal.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_refusal_shows_both_values()
    {
        JsonElement replay = Tr34Fixture.Records["nonce_replay"];
        CryptographyException refusal =
            Tr34Fixture.Refused(CryptographyError.Tr34NonceMismatch, () => Tr34KeyBlock.Open(replay.Hex("token"), Tr34Fixture.Receiver(replay)));
        Assert.Contains("1B5C9D0E2F3A4857", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("0000000000000001", refusal.Message, StringComparison.Ordinal);

        JsonElement recipient = Tr34Fixture.Records["wrong_recipient"];
        refusal =
            Tr34Fixture.Refused(CryptographyError.Tr34RecipientMismatch, () => Tr34KeyBlock.Open(recipient.Hex("token"), Tr34Fixture.Receiver(recipient)));
        Assert.Contains("3400000022", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("3400000021", refusal.Message, StringComparison.Ordinal);
    }

    private static TheoryData<string> Ids(string expect) =>
        [.. Tr34Fixture.Records.Values.Where(record => record.Text("expect") == expect).Select(record => record.Text("id"))];
}
