using System.Management.Automation;
using System.Net;
using PaymentCrypto.ModuleTests.Keys;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

/// <summary>Every parameter whose values are known, or are in the store, is completed; what is free is named here with its kind.</summary>
public sealed class CompletionCoverageTests : IDisposable
{
    private static readonly Type[] TextTypes =
        [typeof(string), typeof(string[]), typeof(object), typeof(object[]), typeof(int[]), typeof(IPAddress), typeof(Uri)];

    // Of these nobody but the user knows the value.
    private static readonly string[] Free =
    [
        // New names and words of people.
        "Alias", "AliasName of New-PcKeyAlias", "CommonName", "Organization", "OrganizationUnit", "City", "StateOrProvince", "Country", "EmailAddress",
        "RequesterComment", "Title", "AccessKey", "AccountId",
        // Files and directories: PowerShell completes them itself.
        "Path", "LiteralPath", "BackupFile", "KeyFile", "OutFile", "KeyPath", "ProtectionKeyPath", "ProfileLocation",
        // Key blocks, check values, nonces and derivation data of the other side.
        "KeyBlock", "KeyCryptogram", "WrappedKeyBlock", "WrappedKeyCryptogram", "Header", "KeyVersion", "KeyCheckValue", "ExpectedKeyCheckValue",
        "ComponentCheckValue", "RandomNonce",
        "SharedInformation", "KeySerialNumber", "Policy",
        // What a card, a terminal and a message are made of.
        "PrimaryAccountNumber", "PanSequenceNumber", "CardExpiryDate", "ServiceCode", "ApplicationTransactionCounter", "UnpredictableNumber",
        "ApplicationCryptogram", "TrackData",
        "AuthenticationResult", "TransactionData", "AuthRequestCryptogram", "ExpectedCryptogram", "AuthResponseCode", "CardStatusUpdate",
        "ProprietaryAuthenticationData", "MessageData", "Text", "Pin", "PinBlock",
        "PinValidationData", "PinValidationDataPadCharacter", "DecimalizationTable",
        // Objects: keys, certificates and credentials.
        "Key", "ProtectionKey", "PrivateKey", "SigningKey", "Issuer", "Component", "Certificate", "WrappingKeyCertificate", "SigningKeyCertificate",
        "PeerCertificate", "PublicKeyCertificate",
        "RootCertificate", "TrustedCertificate", "CertificateAuthority", "Credential", "InputObject of Test-PcKeyExchange",
        // What is on cards, in messages and in PIN blocks, and what they are made from.
        "PrimaryAccountNumber", "PanSequenceNumber", "CardExpiryDate", "ServiceCode", "TrackData", "ValidationData", "EncryptedPinBlock",
        "CurrentEncryptedPinBlock", "VerificationValue", "PinOffset",
        "PinValidationData", "PinValidationDataPadCharacter", "DecimalizationTable", "Data", "Mac", "TransactionData", "AuthRequestCryptogram",
        "ApplicationCryptogram", "ApplicationTransactionCounter",
        "UnpredictableNumber", "AuthResponseCode", "CardStatusUpdate", "ProprietaryAuthenticationData", "SessionDerivationData", "InitializationVector",
        "IncomingInitializationVector",
        "OutgoingInitializationVector", "IncomingKeySerialNumber", "OutgoingKeySerialNumber", "SystemTraceAuditNumber", "TransactionAmount", "RandomKeySend",
        // Takes what was typed in a place where nothing belongs, to refuse it.
        "Misplaced",
    ];

    // What has to stand on the line before there is something to offer.
    private static readonly Dictionary<string, string> Before = new()
    {
        ["Remove-PcKeyTag -TagKey"] = "-KeyIdentifier alias/pin",
        ["Remove-PcKeyReplicationRegion -ReplicationRegion"] = "-KeyIdentifier alias/multi",
        ["Set-PcProvider -ProfileName"] = "-ProfileLocation $credentials",
        ["Get-PcToken -Token"] = "-Direction Import",
    };

    private readonly TemporaryDirectory _directory = new();
    private readonly ModuleSession _session = KeySession.New();

    public void Dispose()
    {
        _session.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void Every_parameter_with_a_known_set_of_values_offers_them_with_what_they_are()
    {
        Stock();
        foreach (CmdletInfo cmdlet in _session.Run("Get-Command -Module PaymentCrypto -CommandType Cmdlet")
            .Succeed()
            .Select(command => (CmdletInfo)command.BaseObject))
        {
            foreach (ParameterMetadata parameter in cmdlet.Parameters.Values.Where(parameter =>
                !Cmdlet.CommonParameters.Contains(parameter.Name) && TextTypes.Contains(parameter.ParameterType)))
            {
                string name = $"{cmdlet.Name} -{parameter.Name}";
                if (!parameter.Attributes.Any(attribute => attribute is ArgumentCompleterAttribute or ValidateSetAttribute))
                {
                    Assert.True(Free.Contains(parameter.Name) || Free.Contains($"{parameter.Name} of {cmdlet.Name}"),
                        $"{name} has no completer: give it one, or say here why its values are free.");
                    continue;
                }

                CompletionResult[] offered = [.. _session.Complete($"{cmdlet.Name} {Before.GetValueOrDefault(name)} -{parameter.Name} ").Where(result =>
                    result.ResultType == CompletionResultType.ParameterValue)];

                Assert.True(offered.Length > 0, $"{name} offers nothing.");
                Assert.All(offered, result => Assert.False(string.IsNullOrWhiteSpace(result.ToolTip), $"{name}: {result.CompletionText} is not explained."));
                Assert.All(offered, result =>
                    Assert.DoesNotContain("aSecretAccessKey", result.ToolTip + result.CompletionText + result.ListItemText, StringComparison.Ordinal));
            }
        }

        Assert.Empty(_session.Run("$Error").Output);
    }

    [Theory]
    [InlineData("New-PcKey P0 AES_128 -ModesOfUse ", "B D E N Decrypt Encrypt NoRestrictions Unwrap Wrap")]
    [InlineData("New-PcKey K3 ECC_NIST_P256 -ModesOfUse ", "X DeriveKey")]
    [InlineData("New-PcKey S0 RSA_2048 -ModesOfUse ", "S V Sign Verify")]
    [InlineData("New-PcKey -Algorithm ECC_NIST_P256 -Usage ", "TR31_K3_ASYMMETRIC_KEY_FOR_KEY_AGREEMENT")]
    [InlineData("New-PcKey -Algorithm RSA_2048 -Class ", "ASYMMETRIC_KEY_PAIR")]
    [InlineData("New-PcKey M7 HMAC_SHA256 -KeyCheckValueAlgorithm ", "HMAC")]
    [InlineData("New-PcKey K3 ECC_NIST_P256 -KeyCheckValueAlgorithm ", "SHA_1")]
    [InlineData("New-PcKey P0 AES_128 -DeriveKeyUsage ", "")]
    [InlineData("Import-PcKey -As2805KeyVariant PIN_ENCRYPTION_KEY_VARIANT_28 -Algorithm ", "TDES_2KEY TDES_3KEY")]
    [InlineData("Import-PcKey -WrappedKeyCryptogram 00 -Usage P1 -Algorithm ", "TDES_2KEY TDES_3KEY")]
    [InlineData("Import-PcKey -WrappedKeyCryptogram 00 -Usage P0 -Algorithm AES", "AES_128")]
    [InlineData("Import-PcKey -TrustedCertificate x -Usage ",
        "TR31_D1_ASYMMETRIC_KEY_FOR_DATA_ENCRYPTION TR31_K2_TR34_ASYMMETRIC_KEY TR31_S0_ASYMMETRIC_KEY_FOR_DIGITAL_SIGNATURE")]
    [InlineData("Import-PcKey -TrustedCertificate x -ModesOfUse ", "V Verify")]
    [InlineData("New-PcTr31KeyBlock -Usage C0 -ModeOfUse ", "C G V N")]
    [InlineData("New-PcTr31KeyBlock -Usage TR31_P0_PIN_ENCRYPTION_KEY -ModeOfUse ", "B E D N")]
    [InlineData("New-PcTr31KeyBlock -ProtectionKeyAlgorithm AES_128 -Version ", "D E")]
    [InlineData("Get-PcKeyCheckValue -Algorithm HMAC_SHA256 -KeyCheckValueAlgorithm ", "HMAC")]
    [InlineData("Set-PcProvider -Region eu-w", "eu-west-1 eu-west-2 eu-west-3")]
    public void What_is_typed_already_restricts_what_is_offered(string line, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), Values(line).Order());

    [Fact]
    public void Documented_limits_hold_at_the_prompt_too()
    {
        _session.Run("Set-PcProvider -InMemory -Conformance Documented").Succeed();

        Assert.Equal(["RSA_2048"], Values("Get-PcImportParameters -WrappingKeyAlgorithm "));
        Assert.Equal(3, Values("Get-PcImportParameters -KeyMaterialType KEY_CRYPTOGRAM -WrappingKeyAlgorithm ").Length);
    }

    [Fact]
    public void Only_keys_that_can_do_it_are_offered()
    {
        Stock();

        Assert.Equal(["alias/kek", "alias/tkek"], Values("Export-PcKey alias/pin -WrappingKeyIdentifier alias/"));
        Assert.Equal(["alias/tkek"], Values("Export-PcKey alias/pin -As2805KeyVariant PIN_ENCRYPTION_KEY_VARIANT_28 -WrappingKey alias/"));
        Assert.Equal(["alias/tr34"], Values("Import-PcKey x.txt -SigningKeyCertificate kdh.pem -WrappingKeyIdentifier alias/"));
        Assert.Equal(["alias/ecdh"], Values("Import-PcKey x.txt -PrivateKeyIdentifier alias/"));
        Assert.Equal(["alias/sign"], Values("Export-PcKey alias/pin -SigningKeyIdentifier alias/"));
        Assert.Equal(["alias/pin"], Values("Export-PcKey alias/"));

        string root = _session.Run("$root.KeyId").Text();
        Assert.Equal([root], Values("Export-PcKey alias/pin -CertificateAuthority ").Select(Unquoted));
        Assert.Equal([root], Values("Import-PcKey x.txt -CertificateAuthorityPublicKeyIdentifier ").Select(Unquoted));
    }

    [Fact]
    public void Tokens_are_offered_where_they_can_be_used()
    {
        Stock();
        string Text(string script) => _session.Run(script).Text();

        Assert.Equal([Text("$cryptogram.ImportToken")], Values("New-PcKeyCryptogram -ImportToken "));
        Assert.Equal([Text("$tr34.ImportToken")], Values("New-PcTr34KeyBlock -ImportToken "));
        Assert.Equal([Text("$tr34.ImportToken")], Values("Import-PcKey -WrappedKeyBlock x.txt -ImportToken "));
        Assert.Equal([Text("$export.ExportToken")], Values("Export-PcKey alias/pin -ExportToken "));
        Assert.Equal(3, Values("Revoke-PcToken ").Length);

        _session.Run("Set-PcProvider -TimeOffset 31.00:00:00").Succeed();
        Assert.Empty(Values("New-PcTr34KeyBlock -ImportToken "));
        Assert.Equal(3, Values("Revoke-PcToken ").Length);
        Assert.All(_session.Complete("Revoke-PcToken "), result => Assert.Contains("expired", result.ToolTip, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Remove-PcKeyTag alias/pin ", "'a b'", "'it''s'", "'$x'", "plain")]
    [InlineData("Remove-PcKeyTag alias/pin \"", "\"a b\"", "\"it's\"", "\"`$x\"", "\"plain\"")]
    [InlineData("Remove-PcKeyTag alias/pin 'a", "'a b'")]
    [InlineData("Remove-PcKeyTag alias/pin -TagKey pl", "plain")]
    public void Values_are_written_so_that_PowerShell_reads_them_back(string line, params string[] expected)
    {
        _session.Run("$null = New-PcKey P0 AES_128 -Alias pin -Tag @{ 'a b' = '1'; 'it''s' = '2'; '$x' = '3'; plain = '4' }").Succeed();

        Assert.Equal(expected.Order(), Values(line).Order());
    }

    [Fact]
    public async Task Profiles_come_from_the_shared_files_without_their_keys()
    {
        string config = _directory.Combine("config");
        await File.WriteAllTextAsync(
            _directory.Combine("credentials"), "[default]\naws_access_key_id = AKID\naws_secret_access_key = aSecretAccessKey\n[with space]\n# "
                + "[not-one]\nregion=eu-west-1\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            config, "[profile other]\nregion = us-east-2\nrole_arn = arn:aws:iam::111122223333:role/x\n[sso-session no]\n[services s]\n[profile "
                + "default]\n", TestContext.Current.CancellationToken);

        // A process of its own: the variables are those of the whole process.
        ShellResult result = await ShellProcess.Run(
            _directory.Path,
            null,
            "-Command",
            $"$env:AWS_CONFIG_FILE = '{config}'; $env:AWS_SHARED_CREDENTIALS_FILE = '{_directory.Combine("credentials")}'; (TabExpansion2 'Set-PcProvider "
                + $"Aws -ProfileName ').CompletionMatches | ForEach-Object {{ $_.CompletionText + '|' + $_.ToolTip }}");

        Assert.Equal(
            ["default|Profile in credentials", "'with space'|Profile in credentials, region eu-west-1", "other|Profile in config, region us-east-2"],
            result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(Values("Set-PcProvider Aws -ProfileLocation no-such-file -ProfileName "));
    }

    [Fact]
    public void AWS_is_asked_once_for_many_presses_of_Tab_and_again_after_a_change()
    {
        using var pair = new EndpointSession(null);
        pair.Server.Run("$null = New-PcKey P0 AES_128 -Alias first").Succeed();
        long Requests() => (long)pair.Server.Run("(Get-PcEndpoint).Requests").Single().BaseObject;

        // Without a connection that the user has opened nobody looks for credentials.
        Assert.DoesNotContain(pair.Client.Complete("Get-PcKey -Provider Aws alias/"), result => result.ResultType == CompletionResultType.ParameterValue);
        pair.Connect();
        long before = Requests();

        // On a busy machine the first press may come too early for the answer; none asks again.
        string[] Offered() => [.. pair.Client.Complete("Get-PcKey alias/")
            .Where(result => result.ResultType == CompletionResultType.ParameterValue)
            .Select(result => result.CompletionText)];
        Assert.Contains(Enumerable.Range(0, 30), _ => Offered() is ["alias/first"]);
        Assert.Equal(["alias/first"], Offered());
        Assert.Equal(before + 2, Requests());
        pair.Client.Run("New-PcKeyAlias second (Get-PcKey alias/first)").Succeed();
        Assert.Contains(Enumerable.Range(0, 30), _ => Offered() is ["alias/first", "alias/second"]);
    }

    private static string Unquoted(string text) => text.Trim('\'');

    private string[] Values(string line) =>
        [.. _session.Complete(line).Where(result => result.ResultType == CompletionResultType.ParameterValue).Select(result => result.CompletionText)];

    private void Stock()
    {
        File.WriteAllText(_directory.Combine("credentials"), "[default]\naws_secret_access_key = aSecretAccessKey\n");
        _session.Set("credentials", _directory.Combine("credentials"));
        _session.Run(
            """
            $null = New-PcKey P0 AES_128 -Alias pin -Exportable -Tag @{ env = 'test' }
            $null = New-PcKey P0 AES_128 -Alias kept
            'V2', 'C0', 'E0', 'E1', 'E2', 'D0', 'B0', 'M3' | ForEach-Object { $null = New-PcKey $_ TDES_2KEY -Alias "use-$_" }
            $null = New-PcKey K0 AES_128 -Alias kek
            $null = New-PcKey K0 TDES_2KEY -Alias tkek
            $null = New-PcKey K0 AES_128 -ModesOfUse D -Alias receives
            $null = New-PcKey C0 TDES_2KEY -Disabled -Alias off
            New-PcKey V1 AES_256 -Alias going | Remove-PcKey -Force
            $null = New-PcKey K3 ECC_NIST_P256 -Alias ecdh
            $null = New-PcKey S0 RSA_2048 -Alias sign
            $null = New-PcKey K2 RSA_2048 -Alias tr34
            $null = New-PcKey P0 AES_128 -Alias multi -ReplicationRegion eu-west-1
            Enable-PcDefaultReplicationRegion eu-central-1
            $kdh = New-PcKeyExchangeCertificate RSA_2048
            $root = Import-PcKey -RootCertificate $kdh.CertificateAuthority
            $cryptogram = Get-PcImportParameters KEY_CRYPTOGRAM
            $tr34 = Get-PcImportParameters
            $export = Get-PcExportParameters
            $null = Add-PcMpaTeam arn:aws:mpa:us-east-1:111122223333:approval-team/pay-team
            $null = Remove-PcMpaTeam -Force
            $null = Start-PcEndpoint -PassThru
            """).Succeed();
    }
}
