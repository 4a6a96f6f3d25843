using System.Management.Automation;
using System.Text;
using System.Text.RegularExpressions;
using PaymentCrypto.ModuleTests.KeyExchange;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

/// <summary>Every cmdlet with -Verbose and -Debug, on its way to success and to an error: it tells its story, and no secret is in any stream.</summary>
/// <remarks>
/// An import or export token is no secret: the service's model does not mark it, it names a key pair and is of no use without the
/// account's credentials. Its private key is one.
/// </remarks>
public sealed partial class StreamLeakTests : IDisposable
{
    private const string Key = "89E88CF7931444F334BD7547FC3F380C";
    private const string Passphrase = "correct horse battery staple";
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    // PKCS #8, RSA: version, and the algorithm's identifier.
    private const string RsaPrivateKey = "020100300D06092A864886F70D010101";

    private static readonly Dictionary<string, string[]> Commands = new()
    {
        ["Set-PcProvider"] = ["Set-PcProvider -Path $store -Passphrase $passphrase -PassThru", "Set-PcProvider -Path $store -Passphrase $wrong"],
        ["Get-PcProvider"] = ["Get-PcProvider"],
        ["New-PcKey"] = ["New-PcKey P0 AES_128 -Alias pin -Exportable -Tag @{ env = 'test' }", "New-PcKey P0 RSA_2048"],
        ["Get-PcKey"] = ["Get-PcKey", "Get-PcKey alias/none"],
        ["Get-PcKeyAlias"] = ["Get-PcKeyAlias"],
        ["New-PcKeyAlias"] = ["New-PcKeyAlias other alias/pin", "New-PcKeyAlias other"],
        ["Set-PcKeyAlias"] = ["Set-PcKeyAlias other -Unassign -PassThru"],
        ["Remove-PcKeyAlias"] = ["Remove-PcKeyAlias other -Force"],
        ["Add-PcKeyTag"] = ["Add-PcKeyTag alias/pin @{ more = 'x' }"],
        ["Get-PcKeyTag"] = ["Get-PcKeyTag alias/pin"],
        ["Remove-PcKeyTag"] = ["Remove-PcKeyTag alias/pin more -Force"],
        ["Set-PcKeyPolicy"] = ["Set-PcKeyPolicy alias/pin @{ Version = '2012-10-17'; Statement = @(@{ Effect = 'Allow'; Principal = @{ AWS = "
            + "'arn:aws:iam::111122223333:root' }; Action = 'payment-cryptography:GetKey'; Resource = '*' }) } "
            + "-Force", "Set-PcKeyPolicy alias/pin '{}' -Force"],
        ["Get-PcKeyPolicy"] = ["Get-PcKeyPolicy alias/pin"],
        ["Remove-PcKeyPolicy"] = ["Remove-PcKeyPolicy alias/pin -Force"],
        ["Disable-PcKey"] = ["Disable-PcKey alias/pin -PassThru"],
        ["Enable-PcKey"] = ["Enable-PcKey alias/pin -PassThru"],
        ["Remove-PcKey"] = ["New-PcKey D0 AES_128 -Alias gone; Remove-PcKey alias/gone -Force -PassThru"],
        ["Restore-PcKey"] = ["Restore-PcKey alias/gone -PassThru"],
        ["Get-PcImportParameters"] = ["$cryptogramToken = Get-PcImportParameters KEY_CRYPTOGRAM RSA_3072; $tr34Token = Get-PcImportParameters; $tr34Token",
            "Get-PcImportParameters TR31_KEY_BLOCK"],
        ["Get-PcExportParameters"] = ["$exportToken = Get-PcExportParameters; $exportToken"],
        ["Get-PcToken"] = ["Get-PcToken", "Get-PcToken no-such-token"],
        ["New-PcKeyComponent"] = ["$parts = $hex | New-PcKeyComponent -Algorithm TDES; $parts", "New-PcKeyComponent -KeyPath $badFile -Algorithm TDES"],
        ["Join-PcKeyComponent"] = ["$zmk = $parts | Join-PcKeyComponent; $zmk; $kbpk = New-PcKeyComponent AES_256 | Join-PcKeyComponent; $kek = "
            + "New-PcKeyComponent AES_128 | Join-PcKeyComponent", "$hex, $hex | Join-PcKeyComponent TDES"],
        ["Get-PcKeyCheckValue"] = ["$zmk | Get-PcKeyCheckValue", "Get-PcKeyCheckValue $plain", "Get-PcKeyCheckValue -KeyPath $keyFile -Algorithm AES_256"],
        ["New-PcKeyExchangeCertificate"] = ["$kdh = New-PcKeyExchangeCertificate RSA_2048; $krd = New-PcKeyExchangeCertificate RSA_2048 Krd; $ecc = "
            + "New-PcKeyExchangeCertificate ECC_NIST_P256; $kdh", "New-PcKeyExchangeCertificate RSA_1024"],
        ["Export-PcKeyExchangeCertificate"] =
            ["$kdh | Export-PcKeyExchangeCertificate $pairFile $passphrase -PassThru", "$kdh | Export-PcKeyExchangeCertificate $pairFile $passphrase"],
        ["New-PcEcdhKey"] = ["$ecc | New-PcEcdhKey -PrivateKey (New-PcKeyExchangeCertificate ECC_NIST_P256)", "$kdh | New-PcEcdhKey -PrivateKey $ecc"],
        ["New-PcTr31KeyBlock"] = ["$tr31 = $zmk | New-PcTr31KeyBlock $kbpk -Usage K0; $tr31", "$zmk | New-PcTr31KeyBlock $kbpk -Usage K0 -Version B",
            "New-PcTr31KeyBlock $kbpk -Key $plain -Usage K0"],
        ["ConvertFrom-PcTr31KeyBlock"] = ["$tr31 | ConvertFrom-PcTr31KeyBlock; $tr31 | ConvertFrom-PcTr31KeyBlock -ProtectionKey $kbpk",
            "$tr31 | ConvertFrom-PcTr31KeyBlock -ProtectionKey $zmk"],
        ["New-PcTr34KeyBlock"] =
            ["$tr34 = $krd | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -Usage K0; $tr34", "$krd | New-PcTr34KeyBlock -Key $odd -SigningKey $kdh -Usage K0"],
        ["ConvertFrom-PcTr34KeyBlock"] = ["$tr34 | ConvertFrom-PcTr34KeyBlock; $tr34 | ConvertFrom-PcTr34KeyBlock -PrivateKey $krd",
            "$tr34 | ConvertFrom-PcTr34KeyBlock -PrivateKey $kdh", "$tr34 | ConvertFrom-PcTr34KeyBlock -PrivateKey $pairFile -Passphrase $wrong"],
        ["New-PcKeyCryptogram"] = ["$cryptogram = $krd | New-PcKeyCryptogram -Key $zmk; $cryptogram", "$krd | New-PcKeyCryptogram -Key $odd"],
        ["ConvertFrom-PcKeyCryptogram"] =
            ["$cryptogram | ConvertFrom-PcKeyCryptogram -PrivateKey $krd", "$cryptogram | ConvertFrom-PcKeyCryptogram -PrivateKey $kdh"],
        ["Import-PcKey"] =
        [
            "$root = Import-PcKey -RootCertificate $kdh.CertificateAuthority; $tr34Token | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -Usage K0 | "
                + "Import-PcKey -CertificateAuthority $root",
            "$kekKey = $cryptogramToken | New-PcKeyCryptogram -Key $kek | Import-PcKey -Usage K0 -Exportable; $kekKey; $cryptogramToken | "
                + "New-PcKeyCryptogram -Key $zmk | Import-PcKey -Usage K0",
            "$tr31 | Import-PcKey -WrappingKeyIdentifier $kekKey",
            "$cryptogramToken | New-PcKeyCryptogram -Key $zmk | Import-PcKey -Usage K0 -ExpectedKeyCheckValue 000000",
        ],
        ["Export-PcKey"] = ["Export-PcKey alias/pin -WrappingKeyIdentifier $kekKey", "Export-PcKey $kekKey -WrappingKeyIdentifier alias/pin"],
        ["Get-PcPublicKeyCertificate"] = ["$pair = New-PcKey K3 ECC_NIST_P256; Get-PcPublicKeyCertificate $pair"],
        ["New-PcCertificateSigningRequest"] = ["New-PcCertificateSigningRequest $pair -CommonName x"],
        ["Add-PcKeyReplicationRegion"] = ["Add-PcKeyReplicationRegion alias/pin eu-west-1 -PassThru"],
        ["Remove-PcKeyReplicationRegion"] = ["Remove-PcKeyReplicationRegion alias/pin eu-west-1 -Force -PassThru"],
        ["Enable-PcDefaultReplicationRegion"] = ["Enable-PcDefaultReplicationRegion eu-west-1 -PassThru"],
        ["Get-PcDefaultReplicationRegion"] = ["Get-PcDefaultReplicationRegion"],
        ["Disable-PcDefaultReplicationRegion"] = ["Disable-PcDefaultReplicationRegion eu-west-1 -PassThru"],
        ["Add-PcMpaTeam"] = ["Add-PcMpaTeam arn:aws:mpa:us-east-1:111122223333:approval-team/pay-team"],
        ["Get-PcMpaTeam"] = ["Get-PcMpaTeam"],
        ["Remove-PcMpaTeam"] = ["Remove-PcMpaTeam -Force"],
        ["Get-PcMpaSession"] = ["Get-PcMpaSession"],
        ["Deny-PcMpaSession"] = ["Get-PcMpaSession PENDING | Deny-PcMpaSession -PassThru"],
        ["Approve-PcMpaSession"] = ["$null = Remove-PcMpaTeam -Force; Get-PcMpaSession PENDING | Approve-PcMpaSession -PassThru"],
        ["Revoke-PcToken"] = ["$exportToken | Revoke-PcToken -Force -PassThru", "$exportToken | Revoke-PcToken -Force"],
        ["Clear-PcExpiredToken"] = ["Clear-PcExpiredToken"],
        ["Start-PcEndpoint"] = ["Start-PcEndpoint -AccessKey AKIDEXAMPLE -SecretKey $secretKey -PassThru; Start-PcEndpoint -AccessKey AKIDEXAMPLE "
            + "-SecretKey $secretKey", "Start-PcEndpoint -SecretKey $secretKey"],
        ["Add-PcEndpointFault"] = ["Add-PcEndpointFault Throttling"],
        ["Clear-PcEndpointFault"] = ["Clear-PcEndpointFault"],
        ["Get-PcEndpoint"] = ["Get-PcEndpoint"],
        ["Stop-PcEndpoint"] = ["Stop-PcEndpoint"],
        ["Get-PcKeyInventory"] = ["Get-PcKeyInventory Key, Alias, Token"],
        ["Export-PcKeyInventory"] = ["Export-PcKeyInventory $inventory -PassThru", "Export-PcKeyInventory $inventory"],
        ["Import-PcKeyInventory"] = ["Import-PcKeyInventory $inventory", "Import-PcKeyInventory $keyFile"],
        ["Compare-PcKeyInventory"] = ["Compare-PcKeyInventory $inventory"],
        ["Test-PcStore"] = ["Test-PcStore", "Test-PcStore -Passphrase $wrong"],
        ["Backup-PcStore"] = ["Backup-PcStore $backup -Passphrase $passphrase", "Backup-PcStore $backup -Passphrase $wrong"],
        ["Restore-PcStore"] =
            ["Restore-PcStore $backup -Passphrase $passphrase -Path $restored", "Restore-PcStore $backup -Passphrase $wrong -Path $restored -Force"],
        ["New-PcPin"] =
        [
            "$null = New-PcKey V2 TDES_2KEY -Alias pvk; $null = New-PcKey P0 TDES_2KEY -Alias pek; $made = New-PcPin alias/pvk alias/pek "
                + "-PrimaryAccountNumber 4111111111111111; $made",
            "New-PcPin alias/pvk alias/pek -PrimaryAccountNumber $plain", "New-PcPin $plain alias/pek -PrimaryAccountNumber 4111111111111111",
            "New-PcPin alias/pvk alias/pek $plain $plain",
        ],
        ["Test-PcPin"] = ["$made | Test-PcPin alias/pvk alias/pek -Detailed", "$made | Test-PcPin alias/pvk $zmk"],
        ["Convert-PcPinBlock"] = ["$made | Convert-PcPinBlock alias/pek alias/pek", "$made | Convert-PcPinBlock $plain alias/pek"],
        ["New-PcMac"] =
        [
            "$null = New-PcKey M3 TDES_2KEY -Exportable -Alias m3; $mac = New-PcMac alias/m3 $plain; $mac; New-PcMac alias/m3 00 -ShowSteps",
            "New-PcMac $plain 00", "New-PcMac alias/m3 ($plain + 'x')",
        ],
        ["Test-PcMac"] = ["Test-PcMac alias/m3 $plain -Mac $mac -Detailed", "Test-PcMac alias/m3 00 -Mac $plain"],
        ["Protect-PcData"] = ["$null = New-PcKey D0 TDES_2KEY -Alias d0; $hidden = Protect-PcData alias/d0 $plain; $hidden",
            "Protect-PcData alias/d0 ($plain + '00')", "Protect-PcData alias/d0 00 -Mode $plain"],
        ["Unprotect-PcData"] = ["$null = Unprotect-PcData alias/d0 $hidden", "Unprotect-PcData alias/d0 $hidden -Encoding us-ascii"],
        ["Convert-PcData"] = ["$hidden | Convert-PcData alias/d0 alias/d0", "$hidden | Convert-PcData alias/d0 $plain"],
        ["New-PcCardValidationData"] =
        [
            "$null = New-PcKey C0 TDES_2KEY -Alias c0; $cvv = New-PcCardValidationData alias/c0 -Cvv2 -PrimaryAccountNumber 4111111111111111 "
                + "-CardExpiryDate 0129; $cvv",
            "New-PcCardValidationData alias/c0 -Cvv2 -PrimaryAccountNumber 4111111111111111 -CardExpiryDate $plain",
        ],
        ["Test-PcCardValidationData"] = ["$cvv | Test-PcCardValidationData alias/c0 -Cvv2 -Detailed", "$cvv | Test-PcCardValidationData $plain -Cvv2"],
        ["New-PcAuthRequestCryptogram"] =
        [
            "$null = New-PcKey E0 TDES_2KEY -Alias e0; $arqc = New-PcAuthRequestCryptogram alias/e0 $plain -Visa -PrimaryAccountNumber 4111111111111111; $arqc",
            "New-PcAuthRequestCryptogram alias/e0 ($plain + '00') -Visa -PrimaryAccountNumber 4111111111111111",
        ],
        ["Test-PcAuthRequestCryptogram"] = ["$arqc | Test-PcAuthRequestCryptogram alias/e0 -TransactionData $plain -Visa -AuthResponseCode 3030 -Detailed",
            "$arqc | Test-PcAuthRequestCryptogram alias/e0 -TransactionData $plain -Visa -AuthResponseCode $plain -Detailed"],
        ["New-PcEmvPinChange"] =
        [
            "$null = New-PcKey E1 TDES_2KEY -Alias e1; $null = New-PcKey E2 TDES_2KEY -Alias e2; $made | New-PcEmvPinChange -EncryptionKey alias/pek "
                + "-IntegrityKey alias/e2 -ConfidentialityKey alias/e1 -Mastercard -ApplicationCryptogram $arqc -Data $plain",
            "$made | New-PcEmvPinChange -EncryptionKey alias/pek -IntegrityKey alias/e1 -ConfidentialityKey alias/e2 -Mastercard -ApplicationCryptogram "
                + "$plain -Data $plain",
        ],
        ["New-PcAs2805KekValidation"] = ["$null = New-PcKey K0 TDES_2KEY -Alias k0; New-PcAs2805KekValidation alias/k0 -VariantMask VARIANT_MASK_82",
            "New-PcAs2805KekValidation alias/k0 -VariantMask $plain"],
        ["Convert-PcKeyMaterial"] =
        [
            "$own = New-PcKey K3 ECC_NIST_P256; $theirs = New-PcKeyExchangeCertificate ECC_NIST_P256; $authority = Import-PcKey -RootCertificate "
                + "$theirs.CertificateAuthority; $agreed = $own | Get-PcPublicKeyCertificate | New-PcEcdhKey -PrivateKey $theirs -Algorithm AES_128; $sent "
                + "= New-PcTr31KeyBlock -ProtectionKey $agreed -Key $zmk -Usage K0 -Exportability E; $sent | Convert-PcKeyMaterial "
                + "-WrappingKeyIdentifier $kekKey -PrivateKeyIdentifier $own -CertificateAuthority $authority",
            "$sent | Convert-PcKeyMaterial -WrappingKeyIdentifier $plain -PrivateKeyIdentifier $own -CertificateAuthority $authority",
        ],
        ["ConvertTo-PcPinBlock"] =
        [
            "$block = ConvertTo-PcPinBlock $kek $clearPin -Format ISO_FORMAT_4 -PrimaryAccountNumber 4111111111111111 -ShowSteps; $block",
            "ConvertTo-PcPinBlock $kek $clearPin -PrimaryAccountNumber $plain", "ConvertTo-PcPinBlock $plain $clearPin -PrimaryAccountNumber 4111111111111111",
        ],
        ["ConvertFrom-PcPinBlock"] = ["$block = ConvertTo-PcPinBlock $zmk $clearPin -PrimaryAccountNumber 4111111111111111; $block | ConvertFrom-PcPinBlock "
            + "$zmk -PrimaryAccountNumber 4111111111111111", "ConvertFrom-PcPinBlock $zmk $plain -PrimaryAccountNumber 4111111111111111"],
        ["Get-PcDukptKey"] =
            ["Get-PcDukptKey $hex FFFF9876543210E00003 -ShowSteps", "Get-PcDukptKey $plain FFFF9876543210E00003", "Get-PcDukptKey $hex $plain"],
        ["Get-PcEmvKey"] = ["Get-PcEmvKey $hex 4111111111111111 -ShowSteps", "Get-PcEmvKey $hex $plain"],
        ["Get-PcPinVerificationValue"] =
            ["Get-PcPinVerificationValue $hex 4111111111111111 -Pin $clearPin -ShowSteps", "Get-PcPinVerificationValue $hex $plain -Pin $clearPin"],
        ["Get-PcPinOffset"] = ["Get-PcPinOffset $hex 4111111111111111 -Pin $clearPin -ShowSteps", "Get-PcPinOffset $plain 4111111111111111 -Pin $clearPin"],
        ["Get-PcCardValidationValue"] = ["Get-PcCardValidationValue $hex 4111111111111111 -CardExpiryDate 8701 -ServiceCode 101 -ShowSteps",
            "Get-PcCardValidationValue $hex 4111111111111111 -CardExpiryDate $plain -ServiceCode 101"],
        ["Get-PcAuthRequestCryptogram"] = ["Get-PcAuthRequestCryptogram $hex 4111111111111111 -Atc 000B -TransactionData 0011223344556677 -ShowSteps",
            "Get-PcAuthRequestCryptogram $hex $plain -Atc 000B -TransactionData 00"],
        ["Get-PcAuthResponseCryptogram"] = ["Get-PcAuthResponseCryptogram $hex 4111111111111111 -Atc 000B -Arqc D791093C8A921769 -CardStatusUpdate 00820000 "
            + "-ShowSteps", "Get-PcAuthResponseCryptogram $hex 4111111111111111 -Atc 000B -Arqc $plain -CardStatusUpdate 00820000"],
        ["Get-PcMac"] = ["Get-PcMac $hex 4E6F772069732074 -ShowSteps", "Get-PcMac $plain 00"],
        ["Test-PcKeyExchange"] = ["$tr31 | Test-PcKeyExchange -ProtectionKey $kbpk -Detailed; Test-PcKeyExchange -Component $parts",
            "$parts | Test-PcKeyExchange", "Test-PcKeyExchange $plain", "$tr31 | Test-PcKeyExchange -ProtectionKey $zmk"],
        ["Repair-PcKeyBlock"] = ["Repair-PcKeyBlock ($tr31.WrappedKeyBlock -replace '.$', '0') $kbpk", "Repair-PcKeyBlock $plain $kbpk"],
        ["Repair-PcKeyComponent"] = ["Repair-PcKeyComponent $hex 000000 -Algorithm TDES_2KEY", "Repair-PcKeyComponent $plain 000000"],
        ["Update-PcVaultMasterKey"] = ["Update-PcVaultMasterKey -NewPassphrase $passphrase -Force"],
    };

    private readonly TemporaryDirectory _directory = new();
    private readonly ModuleSession _session = new();

    public void Dispose()
    {
        _session.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void No_stream_of_any_cmdlet_has_a_secret()
    {
        File.WriteAllText(_directory.Combine("key.hex"), Key);
        File.WriteAllText(_directory.Combine("bad.hex"), Key[1..]);
        foreach ((string name, string file) in new[] { ("keyFile", "key.hex"), ("badFile", "bad.hex"), ("pairFile", "pair.pem"), ("store", "store"),
            ("inventory", "inventory.json"), ("backup", "store.pcbackup"), ("restored", "restored") })
        {
            _session.Set(name, _directory.Combine(file));
        }

        foreach ((string name, string secret) in new[] { ("hex", Key), ("odd", Key[1..]), ("passphrase", Passphrase), ("wrong", "wrong " + Passphrase),
            ("secretKey", SecretKey), ("clearPin", "927461") })
        {
            _session.Secret(name, secret);
        }

        _session.Set("plain", Key);
        Assert.Equal(
            Commands.Keys.Order(), _session.Run("Get-Command -Module PaymentCrypto -CommandType Cmdlet")
                .Succeed()
                .Select(command => ((CmdletInfo)command.BaseObject).Name)
                .Order());
        _session.Run("$VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'").Succeed();

        foreach ((string cmdlet, string[] scripts) in Commands)
        {
            foreach (string script in scripts)
            {
                (string said, int errors) = Everything(script);

                // The first ones are to succeed, whatever else is tried.
                Assert.True(script != scripts[0] || errors == 0, $"{script}: {said}");
                AssertClean(said, script);
            }
        }

        AssertClean(_session.Screen, "the screen");
    }

    [Theory]
    [InlineData("New-PcKey P0 AES_128 -Alias pin", "SYMMETRIC_KEY, modes of use B \\(.*\\) as usual for this usage, not exportable",
        @"CreateKeyWithAlias: arn:\S+, TR31_P0_PIN_ENCRYPTION_KEY, AES_128, KCV [0-9A-F]{6} \(CMAC\), enabled; alias/pin stands for arn:\S+; [0-9.]+ ms")]
    [InlineData("Get-PcImportParameters", "GetParametersForImport: import-token-[a-z0-9]+, RSA_2048, valid until ")]
    [InlineData("Get-PcKey", "ListKeys: \\d+ keys; ")]
    public void A_call_tells_its_story(string script, params string[] patterns)
    {
        _session.Run("Set-PcProvider -InMemory").Succeed();

        IReadOnlyList<string> told = _session.Run($"{script} -Verbose").Told;

        Assert.All(patterns, pattern => Assert.Contains(told, message => Regex.IsMatch(message, pattern)));
    }

    [Fact]
    public void Debug_tells_lengths_and_Verbose_alone_does_not()
    {
        _session.Run("Set-PcProvider -InMemory").Succeed();

        IReadOnlyList<string> told = _session.Run("$DebugPreference = 'Continue'; New-PcKey P0 AES_128; $DebugPreference = 'SilentlyContinue'").Told;

        Assert.Contains(told, message => message.StartsWith(
            "CreateKey request, in characters: KeyAttributes.KeyUsage 26, KeyAttributes.KeyClass 13, KeyAttributes.KeyAlgorithm 7", StringComparison.Ordinal));
        Assert.Contains(told, message => message.StartsWith("CreateKey response, in characters: Key.KeyArn ", StringComparison.Ordinal));
        Assert.DoesNotContain(_session.Run("New-PcKey P0 AES_128 -Verbose").Told, message => message.Contains("in characters", StringComparison.Ordinal));
    }

    private (string Said, int Errors) Everything(string script)
    {
        using PowerShell shell = _session.NewShell(script);
        var seen = new StringBuilder();
        IReadOnlyList<PSObject> output = [];
        try
        {
            output = [.. shell.Invoke()];
        }
        catch (RuntimeException exception)
        {
            shell.Streams.Error.Add(exception.ErrorRecord);
        }

        foreach (PSObject value in output)
        {
            seen.AppendLine(value.ToString()).AppendLine(PSSerializer.Serialize(value, 6));
        }

        foreach (object record in shell.Streams.Verbose.Cast<object>()
            .Concat(shell.Streams.Debug)
            .Concat(shell.Streams.Warning)
            .Concat(shell.Streams.Information)
            .Concat(shell.Streams.Progress))
        {
            seen.AppendLine(record.ToString());
        }

        foreach (ErrorRecord error in shell.Streams.Error)
        {
            seen.AppendLine(error.ToString())
                .AppendLine(error.Exception.ToString())
                .AppendLine(error.TargetObject?.ToString())
                .AppendLine(error.ErrorDetails?.ToString());
            seen.AppendLine(error.ErrorDetails?.RecommendedAction);
        }

        return (seen.ToString(), shell.Streams.Error.Count);
    }

    private static void AssertClean(string text, string from)
    {
        foreach (string secret in Forms())
        {
            Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{from} shows a secret, as {secret}.");
        }

        Assert.DoesNotMatch(PrivateKey(), text);
    }

    private static IEnumerable<string> Forms()
    {
        byte[] key = Convert.FromHexString(Key);
        yield return Key;
        yield return Key[1..];
        yield return Key[..16];
        yield return Convert.ToBase64String(key);
        yield return string.Join(' ', key);
        yield return string.Join('-', Enumerable.Range(0, key.Length).Select(index => Key.Substring(2 * index, 2)));
        foreach (string words in new[] { Passphrase, SecretKey })
        {
            yield return words;
            yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(words));
            yield return Convert.ToBase64String(Encoding.Unicode.GetBytes(words));
            yield return Convert.ToHexString(Encoding.UTF8.GetBytes(words));
        }

        // The beginning of a private key at each of the three places where base64 can cut it, and in hex.
        byte[] begin = Convert.FromHexString(RsaPrivateKey);
        yield return RsaPrivateKey;
        for (int shift = 0; shift < 3; shift++)
        {
            string text = Convert.ToBase64String([.. new byte[shift], .. begin]);

            // Without the characters that have bits of what is before it, and no others: without its version a certificate may have the same in it.
            yield return text[(shift == 0 ? 0 : shift + 1)..^4];
        }
    }

    // In the clear; an encrypted one is for the file that was asked for.
    [GeneratedRegex("BEGIN [A-Z ]*PRIVATE KEY", RegexOptions.CultureInvariant)]
    private static partial Regex PrivateKey();
}
