using System.Management.Automation;
using System.Text.Json;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.KeyExchange;

/// <summary>RSA-OAEP cryptograms against <c>rsa_cryptogram_generated.json</c>.</summary>
public sealed class KeyCryptogramTests
{
    private const string Set = "rsa_cryptogram_generated.json";

    public static TheoryData<string> Accepted => [.. Vectors.Ids(Set, record => record.Text("expect") == "accept")];

    public static TheoryData<string> Refused => [.. Vectors.Ids(Set, record => record.Text("expect") == "reject")];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Cryptograms_open_and_their_check_value_is_compared(string id)
    {
        using var directory = new TemporaryDirectory();
        using ModuleSession session = Receiver(directory, id, out JsonElement record);

        PSObject key = session.Run($"ConvertFrom-PcKeyCryptogram $cryptogram $key -Algorithm $algorithm -WrappingSpec {record.Text("wrapping_spec")} "
            + "-KeyCheckValue $kcv -AsPlainText").Single();
        ErrorRecord error = session.Run(
            $"ConvertFrom-PcKeyCryptogram $cryptogram $key -Algorithm $algorithm -WrappingSpec {record.Text("wrapping_spec")} -KeyCheckValue 000000").Error();

        Assert.Equal(record.Text("key"), key.Properties["PlainText"].Value);
        Assert.Equal(record.Text("kcv"), key.Properties["KeyCheckValue"].Value);
        Assert.Equal("PcKeyInputCheckValueMismatch", error.FullyQualifiedErrorId.Split(',')[0]);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Cryptograms_that_are_wrong_give_no_key(string id)
    {
        using var directory = new TemporaryDirectory();
        using ModuleSession session = Receiver(directory, id, out JsonElement record);
        string spec = record.TryGetProperty("wrapping_spec", out JsonElement given) ? given.GetString()! : "RSA_OAEP_SHA_256";

        // A check value that is given but empty is an error of its own.
        string check = record.TryGetProperty("kcv", out _) ? "-KeyCheckValue $kcv" : string.Empty;

        Outcome outcome = session.Run($"ConvertFrom-PcKeyCryptogram $cryptogram $key -Algorithm $algorithm -WrappingSpec {spec} {check}");

        Assert.Empty(outcome.Output);
        Assert.Matches("^Pc(KeyBlockCryptogram|KeyInputCheckValueMismatch)", outcome.Error().FullyQualifiedErrorId);
    }

    [Theory]
    [InlineData("RSA_OAEP_SHA_256")]
    [InlineData("RSA_OAEP_SHA_512")]
    public void A_cryptogram_goes_from_sender_to_receiver_with_the_import_token(string spec)
    {
        using var session = new ModuleSession();
        session.Run("$krd = New-PcKeyExchangeCertificate RSA_3072 Krd; $key = New-PcKeyComponent AES_128 | Join-PcKeyComponent").Succeed();
        session.Run("$p = [pscustomobject]@{ ImportToken = 'import-token-abcdefghij234567'; WrappingKeyCertificate = $krd.PublicKeyCertificate }").Succeed();

        PSObject cryptogram = session.Run($"$cryptogram = $p | New-PcKeyCryptogram -Key $key -WrappingSpec {spec}; $cryptogram").Single();

        Assert.Equal("import-token-abcdefghij234567", cryptogram.Properties["ImportToken"].Value);
        Assert.Matches("^[0-9A-F]{768}$", (string)cryptogram.Properties["WrappedKeyCryptogram"].Value);
        Assert.Equal(session.Run("$key.KeyCheckValue").Text(),
            session.Run("($cryptogram | ConvertFrom-PcKeyCryptogram -PrivateKey $krd).KeyCheckValue").Text());
    }

    private static ModuleSession Receiver(TemporaryDirectory directory, string id, out JsonElement record)
    {
        record = Vectors.Record(Set, id);
        string bits = record.GetProperty("rsa_bits").ToString();
        File.WriteAllText(directory.Combine("key.pem"), Vectors.Open(Set).GetProperty("private_keys").Text(bits));
        var session = new ModuleSession();
        session.Set("key", directory.Combine("key.pem"));
        session.Set("cryptogram", record.Text("cryptogram"));
        session.Set("algorithm", record.Text("key_algorithm"));
        session.Set("kcv", record.TryGetProperty("kcv", out JsonElement kcv) ? kcv.GetString() : null);
        return session;
    }
}
