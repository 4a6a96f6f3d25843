using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.KeyExchange;

public sealed class Tr31KeyBlockTests
{
    // The worked example A.7.4 of TR-31:2018, as the tests of psec (tests/test_tr31.py) and openemv/tr31 have it.
    private const string KbpkD = "88E1AB2A2E3DD38C1FA039A536500CC8A87AB9D62DC92C01058FA79F44657DE6";
    private const string BlockD = "D0112P0AE00E0000B82679114F470F540165EDFBF7E250FCEA43F810D215F8D207E2E417C07156A27E8E31DA05F7425509593D03A457DC34";
    private const string KeyD = "3F419E1CB7079442AA37474C2EFBF8B8";

    [Fact]
    public void A_published_block_opens()
    {
        using var session = new ModuleSession();
        session.Secret("kbpk", KbpkD);

        PSObject block = session.Run($"'{BlockD}' | ConvertFrom-PcTr31KeyBlock -ProtectionKey $kbpk -AsPlainText").Single();

        Assert.Equal(KeyD, block.OfKey("PlainText"));
        Assert.Equal("AES_128", block.Properties["KeyAlgorithm"].Value);
        Assert.Equal("08793E", block.Properties["KeyCheckValue"].Value);
    }

    [Fact]
    public void Without_a_key_header_and_optional_blocks_are_shown()
    {
        using var session = new ModuleSession(width: 120);

        string text = session.Render($"ConvertFrom-PcTr31KeyBlock {BlockD}");

        Assert.Contains("P0 (PIN encryption key)", text, StringComparison.Ordinal);
        Assert.Contains("E (EncryptOnly)", text, StringComparison.Ordinal);
        Assert.Contains("not opened", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TDES_2KEY", "TDES_2KEY", "B", "B0096")]
    [InlineData("TDES_3KEY", "AES_256", "D", "D0112")]
    [InlineData("AES_128", "AES_256", "D", "D0144")]
    public void A_block_goes_from_sender_to_receiver(string key, string protectionKey, string version, string start)
    {
        using var session = new ModuleSession();
        session.Run($"$kbpk = New-PcKeyComponent {protectionKey} | Join-PcKeyComponent; $key = New-PcKeyComponent {key} | Join-PcKeyComponent").Succeed();

        PSObject made = session.Run("$block = $key | New-PcTr31KeyBlock $kbpk -Usage P0 -WarningAction SilentlyContinue; $block").Single();
        PSObject opened = session.Run("$block | ConvertFrom-PcTr31KeyBlock -ProtectionKey $kbpk").Single();

        Assert.Equal(version, made.Properties["Version"].Value);
        Assert.Equal("B", made.Properties["ModeOfUse"].Value);
        Assert.StartsWith(start, (string)made.Properties["WrappedKeyBlock"].Value, StringComparison.Ordinal);
        Assert.Equal(session.Run("$key.KeyCheckValue").Text(), opened.Properties["KeyCheckValue"].Value);
        Assert.Equal(session.Run("$kbpk.KeyCheckValue").Text(), opened.Properties["ProtectionKeyCheckValue"].Value);
        Assert.Equal(key, opened.Properties["KeyAlgorithm"].Value);
    }

    [Fact]
    public void Optional_blocks_are_written_in_their_order_and_read_with_their_meaning()
    {
        using var session = new ModuleSession();

        PSObject block = session.Run("""
            $kbpk = New-PcKeyComponent AES_256 | Join-PcKeyComponent
            New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent | New-PcTr31KeyBlock $kbpk -Usage B0 -OptionalBlock 'KS=FFFF9876543210E00000', @{ LB = 'Till 7' } -AddProtectionKeyCheckValue -Exportability N -KeyVersion 07
            """).Single();

        Assert.Matches("^D[0-9]{4}B0TX07N0[0-9]00KS18FFFF9876543210E00000LB0ATill 7KP1001", (string)block.Properties["WrappedKeyBlock"].Value);
        Assert.Equal("X", block.Properties["ModeOfUse"].Value);
    }

    [Fact]
    public void A_header_in_full_says_it_all_and_its_length_is_computed()
    {
        using var session = new ModuleSession();
        session.Secret("hex", KeyD);
        session.Secret("kbpk", KbpkD);

        PSObject block = session.Run("New-PcTr31KeyBlock $kbpk -Key $hex -Header D0112P0AE00E0000").Single();

        Assert.StartsWith("D0144P0AE00E0000", (string)block.Properties["WrappedKeyBlock"].Value, StringComparison.Ordinal);
        Assert.Equal("08793E", block.Properties["KeyCheckValue"].Value);
    }

    [Fact]
    public void A_wrong_protection_key_is_refused_with_its_check_value_and_the_next_block_is_tried()
    {
        using var session = new ModuleSession();
        session.Secret("kbpk", new string('A', 64));

        Outcome outcome = session.Run($"'{BlockD}', '{BlockD}' | ConvertFrom-PcTr31KeyBlock -ProtectionKey $kbpk");

        Assert.Empty(outcome.Output);
        Assert.Equal(2, outcome.Errors.Count);
        Expect.Error(outcome.Errors[0], "PcKeyBlockTr31Mac", ErrorCategory.AuthenticationError, "TR-31 block D0112P0AE00E0000");
        Assert.DoesNotContain("AAAAAAAA", outcome.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("B", "AES_256", "A version B key block is protected by a TDES key")]
    [InlineData("D", "TDES_2KEY", "A version D key block is protected by an AES key")]
    public void A_version_that_does_not_fit_the_protection_key_names_both_sides(string version, string protectionKey, string message)
    {
        using var session = new ModuleSession();
        session.Run($"$kbpk = New-PcKeyComponent {protectionKey} | Join-PcKeyComponent; $key = New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent").Succeed();

        ErrorRecord error = session.Run($"$key | New-PcTr31KeyBlock $kbpk -Usage P0 -Version {version}").Error();

        Expect.Error(error, "PcKeyBlockTr31ProtectionKeyMismatch", ErrorCategory.InvalidArgument, "P0");
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
        Assert.Contains(session.Run("$kbpk.KeyCheckValue").Text(), error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0123456789ABCDEFFEDCBA987654321", "PcKeyBlockInvalidHex")]
    [InlineData("0123456789ABCDEFFEDCBA987654321X", "PcKeyBlockInvalidHex")]
    [InlineData("0123456789ABCDEFFEDCBA9876543210", "PcKeyInputAlgorithmMissing")]
    [InlineData("", "PcKeyInputMissing")]
    public void Hex_that_is_wrong_is_refused_without_being_repeated(string hex, string id)
    {
        using var session = new ModuleSession();
        session.Secret("hex", hex);
        session.Secret("kbpk", KbpkD);

        ErrorRecord error = session.Run("New-PcTr31KeyBlock $kbpk -Key $hex -Usage P0").Error();

        Expect.Error(error, id, ErrorCategory.InvalidArgument, "P0");
        Assert.DoesNotContain("0123456789", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_as_plain_text_is_refused()
    {
        using var session = new ModuleSession();
        session.Secret("kbpk", KbpkD);

        ErrorRecord error = session.Run($"New-PcTr31KeyBlock $kbpk -Key {KeyD} -Usage P0").Error();

        Expect.Error(error, "PcKeyInputForm", ErrorCategory.InvalidArgument, "P0");
        Assert.DoesNotContain(KeyD, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_not_given_is_asked_for_and_not_shown()
    {
        using var session = new ModuleSession();
        session.Secret("kbpk", KbpkD);
        session.Answers.Enqueue(KeyD);

        Assert.Equal("08793E", session.Run("New-PcTr31KeyBlock $kbpk -Usage P0 -Algorithm AES").Single().Properties["KeyCheckValue"].Value);
        Assert.DoesNotContain(KeyD, session.Screen, StringComparison.Ordinal);
        Expect.Error(session.Run("New-PcTr31KeyBlock $kbpk -Usage P0 -Algorithm AES").Error(), "PcKeyInputMissing", ErrorCategory.InvalidArgument, "P0");
    }

    [Fact]
    public void Keys_come_from_files()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.Combine("kbpk.hex"), KbpkD[..32] + "\r\n" + KbpkD[32..] + "\n");
        using var session = new ModuleSession();
        session.Set("path", directory.Combine("kbpk.hex"));
        session.Set("absent", directory.Combine("absent.hex"));

        Assert.Equal("08793E", session.Run($"ConvertFrom-PcTr31KeyBlock {BlockD} -ProtectionKeyPath $path").Single().Properties["KeyCheckValue"].Value);
        Expect.Error(session.Run($"ConvertFrom-PcTr31KeyBlock {BlockD} -ProtectionKeyPath $absent").Error(), "PcKeyInputFileNotFound",
            ErrorCategory.ObjectNotFound, "TR-31 block D0112P0AE00E0000");
    }

    [Fact]
    public void Withdrawn_versions_are_written_only_when_asked()
    {
        using var session = new ModuleSession();
        session.Run("$kbpk = New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent; $key = New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent").Succeed();

        Assert.Equal("PcKeyBlockTr31Version", session.Run("$key | New-PcTr31KeyBlock $kbpk -Usage P0 -Version A").Error().FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal("A", session.Run("$key | New-PcTr31KeyBlock $kbpk -Usage P0 -Version A -AllowWithdrawnVersion").Single().Properties["Version"].Value);
    }
}
