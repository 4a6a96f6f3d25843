using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Examples;

/// <summary>Two companies with nothing in common but two folders of files.</summary>
public sealed class KekExchangeTests : IDisposable
{
    private const string Receive = "kek-exchange/receive-kek.ps1";
    private const string Send = "kek-exchange/send-kek.ps1";

    private readonly TemporaryDirectory _folder = new();
    private readonly ModuleSession _us = new();
    private readonly ModuleSession _partner = new();

    public KekExchangeTests()
    {
        _us.Run("Set-PcProvider Local -InMemory").Succeed();
        _partner.Run("Set-PcProvider Local -InMemory; $passphrase = [System.Net.NetworkCredential]::new('', 'of the partner').SecurePassword").Succeed();
    }

    private string FromPartner => _folder.Combine("from-partner");

    private string ToPartner => _folder.Combine("to-partner");

    public void Dispose()
    {
        _us.Dispose();
        _partner.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_key_comes_in_when_the_partner_has_done_its_part_and_only_once()
    {
        // Whatever it is run before its time, it says what it waits for.
        Assert.Contains("root.pem", _us.Run(Receive, ReceiveArguments("000000")).Text(), StringComparison.Ordinal);
        Assert.Equal(3, _us.ExitCode());

        Play("Prepare");
        Assert.Contains("token.txt", _us.Run(Receive, ReceiveArguments("000000")).Text(), StringComparison.Ordinal);
        Assert.Equal(3, _us.ExitCode());
        string certificate = File.ReadAllText(Path.Combine(ToPartner, "wrapping-certificate.pem"));
        _us.Run(Receive, ReceiveArguments("000000")).Succeed();
        Assert.Equal(certificate, File.ReadAllText(Path.Combine(ToPartner, "wrapping-certificate.pem")));

        string told = (string)Play("Wrap").Properties["KeyCheckValue"].Value;
        PSObject imported = _us.Run(Receive, ReceiveArguments(told)).Single();
        PSObject again = _us.Run(Receive, ReceiveArguments(told)).Single();

        Assert.Equal(("Imported", told), (imported.Properties["Status"].Value, imported.Properties["KeyCheckValue"].Value));
        Assert.Equal(("Present", imported.Properties["KeyArn"].Value), (again.Properties["Status"].Value, again.Properties["KeyArn"].Value));
        Assert.Equal(0, _us.ExitCode());
        Assert.Equal(2, KeyCount()); // The partner's root and the key.
    }

    [Fact]
    public void A_key_with_another_check_value_is_refused_and_not_imported_a_second_time()
    {
        Play("Prepare");
        _us.Run(Receive, ReceiveArguments("000000")).Succeed();
        Play("Wrap");

        Assert.StartsWith("PcKeyCheckValueMismatch", _us.Run(Receive, ReceiveArguments("000000")).Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("was imported before", _us.Run(Receive, ReceiveArguments("000000")).Terminating!.ToString(), StringComparison.Ordinal);

        Assert.Equal(2, KeyCount());
        Assert.False((bool)_us.Run("(Get-PcKey -Usage K0).Enabled").Single().BaseObject);
        Assert.Empty(_us.Run("Get-PcKeyAlias alias/kek/partner -ErrorAction Ignore").Succeed());
    }

    [Fact]
    public void A_key_goes_out_once_and_the_partner_opens_it()
    {
        Play("Prepare");
        string sent = _us.Run("(New-PcKey K0 TDES_3KEY -Exportable -Alias alias/kek/ours).KeyCheckValue").Text();

        PSObject first = _us.Run(Send, SendArguments()).Single();
        string token = File.ReadAllText(Path.Combine(ToPartner, "token.txt"));
        PSObject second = _us.Run(Send, SendArguments()).Single();

        Assert.Equal(("Exported", sent), (first.Properties["Status"].Value, first.Properties["KeyCheckValue"].Value));
        Assert.Equal("Present", second.Properties["Status"].Value);
        Assert.Equal(token, File.ReadAllText(Path.Combine(ToPartner, "token.txt")));
        Assert.Equal(sent, Play("Open").Properties["KeyCheckValue"].Value);

        // With a new nonce the partner asks for a new token.
        File.WriteAllText(Path.Combine(FromPartner, "nonce.txt"), "0011223344556677");
        Assert.Equal("Exported", _us.Run(Send, SendArguments()).Single().Properties["Status"].Value);
        Assert.Equal(sent, Play("Open").Properties["KeyCheckValue"].Value);
        Assert.Equal(2, KeyCount());
    }

    [Fact]
    public void With_WhatIf_neither_direction_writes_anything()
    {
        Play("Prepare");
        _us.Run("New-PcKey K0 TDES_3KEY -Exportable -Alias alias/kek/ours").Succeed();

        _us.Run(Send, SendArguments() + " -WhatIf").Succeed();
        _us.Run(Receive, ReceiveArguments("000000") + " -WhatIf").Succeed();

        Assert.False(Directory.Exists(ToPartner));
        Assert.Equal(1, KeyCount());
        Assert.Empty(_us.Run("Get-PcToken").Succeed());
    }

    [Fact]
    public async Task What_goes_wrong_ends_the_process_with_exit_code_1()
    {
        ShellResult result = await ShellProcess.Run(
            _folder.Combine("home"),
            null,
            "-File",
            ExampleScript.PathOf("kek-exchange", "send-kek.ps1"),
            "-KeyIdentifier",
            "alias/kek/ours",
            "-PartnerFolder",
            FromPartner,
            "-OurFolder",
            ToPartner);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("root.pem", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(ToPartner));
    }

    private string ReceiveArguments(string checkValue) =>
        $"-PartnerFolder '{FromPartner}' -OurFolder '{ToPartner}' -Alias alias/kek/partner -ExpectedKeyCheckValue {checkValue}";

    private string SendArguments() => $"-KeyIdentifier alias/kek/ours -PartnerFolder '{FromPartner}' -OurFolder '{ToPartner}'";

    private PSObject Play(string step) => _partner.Run(
        "kek-exchange/partner.ps1",
        $"{step} -Folder '{FromPartner}' -PrivateFolder '{_folder.Combine("partner-private")}' -OtherFolder '{ToPartner}' -Passphrase $passphrase").Single();

    private int KeyCount() => (int)_us.Run("@(Get-PcKey -Summary).Count").Single().BaseObject;
}
