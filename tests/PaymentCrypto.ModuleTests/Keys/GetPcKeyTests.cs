using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Keys;

public sealed class GetPcKeyTests
{
    private const string Keys =
        """
        $pin = New-PcKey P0 AES_128 -Alias alias/pin -Exportable
        $cvk = New-PcKey C0 TDES_2KEY -Alias alias/cvk -Disabled
        $ecc = New-PcKey K3 ECC_NIST_P256
        $pek = New-PcKey P0 TDES_3KEY
        """;

    [Theory]
    [InlineData("$pin.KeyArn")]
    [InlineData("$pin.KeyId")]
    [InlineData("\"key/$($pin.KeyId)\"")]
    [InlineData("alias/pin")]
    [InlineData("arn:aws:payment-cryptography:us-east-1:111122223333:alias/pin")]
    [InlineData("$pin")]
    public void A_key_is_found_by_every_form_of_its_name(string identifier)
    {
        using ModuleSession session = KeySession.New();
        session.Run(Keys).Succeed();

        PSObject key = session.Run($"Get-PcKey {identifier}").Single();

        Assert.Equal(session.Run("$pin.KeyArn").Text(), key.Value("KeyArn"));
        Assert.Equal(["alias/pin"], (string[])key.Value("Aliases")!);
        Assert.Equal(key.Value("KeyArn"), key.ToString());
    }

    [Theory]
    [InlineData("$pin, $cvk | Get-PcKey")]
    [InlineData("$pin.KeyId, 'alias/cvk' | Get-PcKey")]
    [InlineData("Get-PcKeyAlias | Sort-ByName | Get-PcKey")]
    [InlineData("[pscustomobject]@{ KeyIdentifier = $pin.KeyArn }, [pscustomobject]@{ ResourceArn = $cvk.KeyArn } | Get-PcKey")]
    [InlineData(
        "[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize(@($pin, $cvk), 2)) | Get-PcKey")]
    public void Keys_come_down_the_pipeline_by_value_and_by_property_name(string script)
    {
        using ModuleSession session = KeySession.New();
        session.Run(Keys).Succeed();
        session.Run("function Sort-ByName { $list = @($input); [array]::Reverse($list); if ($list[0].AliasName -eq 'alias/cvk') { [array]::Reverse($list) "
            + "}; $list }").Succeed();

        Assert.Equal(session.Texts("$pin.KeyArn; $cvk.KeyArn"), session.Texts(script));
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("-Usage TR31_P0*", 2)]
    [InlineData("-Usage P0", 2)]
    [InlineData("-Usage p0, C0", 3)]
    [InlineData("-KeyUsage *PIN*", 2)]
    [InlineData("-Algorithm TDES*", 2)]
    [InlineData("-Usage P0 -Algorithm aes_128", 1)]
    [InlineData("-Class ASYMMETRIC_KEY_PAIR", 1)]
    [InlineData("-Enabled", 3)]
    [InlineData("-Enabled:$false", 1)]
    [InlineData("-Exportable", 1)]
    [InlineData("-State CREATE_COMPLETE", 4)]
    [InlineData("-State create_complete -Enabled", 3)]
    [InlineData("-State DELETE_PENDING", 0)]
    [InlineData("-State DELETE*, CREATE*", 4)]
    [InlineData("-KeyCheckValue $pin.KeyCheckValue", 1)]
    [InlineData("-Usage E0", 0)]
    public void A_listing_is_filtered(string filter, int expected)
    {
        using ModuleSession session = KeySession.New();
        session.Run(Keys).Succeed();

        Assert.Equal(expected, session.Count($"Get-PcKey {filter}"));
    }

    [Theory]
    [InlineData("alias/p*", "$pin")]
    [InlineData("alias/*", "$pin $cvk")]
    [InlineData("*:key/*", "$pin $cvk $ecc $pek")]
    [InlineData("alias/zzz*", "")]
    public void A_name_with_wildcards_finds_keys_by_alias_id_or_ARN(string pattern, string expected)
    {
        using ModuleSession session = KeySession.New();
        session.Run(Keys).Succeed();

        Assert.Equal(
            session.Texts(expected.Length == 0 ? "" : string.Join("; ", expected.Split(' ').Select(key => key + ".KeyArn"))).Order(),
            session.Texts($"Get-PcKey {pattern}").Order());
    }

    [Fact]
    public void A_listing_has_everything_that_a_single_key_has()
    {
        using ModuleSession session = KeySession.New();
        session.Run(Keys).Succeed();

        PSObject listed = session.Run("Get-PcKey -Usage C0").Single();

        Assert.Equal(["alias/cvk"], (string[])listed.Value("Aliases")!);
        Assert.Equal(session.Run("$cvk.CreateTimestamp").Single().BaseObject, listed.Value("CreateTimestamp"));
        Assert.Equal("AWS_PAYMENT_CRYPTOGRAPHY", listed.Value("KeyOrigin"));
        Assert.IsType<TimeSpan>(session.Run("(Get-PcKey -Usage C0).Age").Single().BaseObject);
        PSObject summary = session.Run("Get-PcKey -Usage C0 -Summary").Single();
        Assert.Equal(listed.Value("KeyCheckValue"), summary.Value("KeyCheckValue"));
        Assert.Null(summary.Value("CreateTimestamp"));
        Assert.Null(summary.Value("Aliases"));
    }

    [Fact]
    public void Age_is_on_the_providers_clock()
    {
        using ModuleSession session = KeySession.New();

        PSObject age = session.Run("$null = New-PcKey P0 AES_128; Set-PcProvider -TimeOffset 12.00:00:00; (Get-PcKey).Age").Single();

        Assert.Equal(12, ((TimeSpan)age.BaseObject).Days);
    }

    [Fact]
    public void An_unknown_key_is_one_error_that_names_it_and_the_others_are_returned()
    {
        using ModuleSession session = KeySession.New();
        session.Run(Keys).Succeed();

        Outcome outcome = session.Run("'alias/pin', 'alias/nobody', 'abcdefghij234567', 'alias/cvk' | Get-PcKey");

        Assert.Equal(2, outcome.Output.Count);
        Assert.Equal(2, outcome.Errors.Count);
        Expect.Error(outcome.Errors[0], "PcResourceNotFound", ErrorCategory.ObjectNotFound, "alias/nobody");
        Assert.Contains("alias/nobody", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Expect.Error(outcome.Errors[1], "PcResourceNotFound", ErrorCategory.ObjectNotFound, "abcdefghij234567");
        Assert.Contains("arn:aws:payment-cryptography:us-east-1:111122223333:key/abcdefghij234567", outcome.Errors[1].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pin-key")]
    [InlineData("alias/has space")]
    [InlineData("arn:aws:kms:us-east-1:111122223333:key/abcdefghij234567")]
    public void A_name_in_no_form_that_there_is_is_refused(string identifier)
    {
        using ModuleSession session = KeySession.New();

        ErrorRecord error = session.Run($"Get-PcKey '{identifier}'").Error();

        Expect.Error(error, "PcMemberInvalid", ErrorCategory.InvalidArgument, identifier);
        Assert.Contains("alias/name", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_without_a_key_is_not_found()
    {
        using ModuleSession session = KeySession.New();

        Expect.Error(
            session.Run(
                "$null = New-PcKeyAlias alias/empty; Get-PcKey alias/empty").Error(), "PcResourceNotFound", ErrorCategory.ObjectNotFound, "alias/empty");
    }

    [Fact]
    public void A_state_that_there_is_not_is_refused_with_those_that_there_are()
    {
        using ModuleSession session = KeySession.New();

        ErrorRecord error = session.Run("Get-PcKey -State ACTIVE").Error();

        Assert.StartsWith("PcMemberInvalid,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("DELETE_PENDING", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-PcKey 'alias/[a'")]
    [InlineData("Get-PcKey -Usage '[P'")]
    public void A_broken_pattern_is_refused(string script)
    {
        using ModuleSession session = KeySession.New();

        ErrorRecord error = session.Caught(script);

        Assert.StartsWith("PcPatternInvalid,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$null | Get-PcKey")]
    [InlineData("Get-PcKey $null")]
    [InlineData("Get-PcKey ''")]
    public void Nothing_in_place_of_a_key_is_an_error_and_never_means_every_key(string script)
    {
        using ModuleSession session = KeySession.New();
        session.Run(Keys).Succeed();

        Outcome outcome = session.Run(script);

        Assert.Empty(outcome.Output);
        Assert.NotNull(outcome.Terminating ?? Assert.Single(outcome.Errors));
    }

    [Fact]
    public void Keys_are_seen_only_in_their_own_account_and_region()
    {
        using ModuleSession session = KeySession.New();
        session.Run(Keys).Succeed();

        session.Run("Set-PcProvider -Region eu-west-1").Succeed();

        Assert.Equal(0, session.Count("Get-PcKey"));
        Expect.Error(session.Run("Get-PcKey $pin").Error(), "PcResourceNotFound", ErrorCategory.ObjectNotFound, session.Run("$pin.KeyArn").Text());
    }

    [Fact]
    public void A_listing_reads_no_more_pages_than_the_pipeline_takes()
    {
        using ModuleSession session = KeySession.New();
        session.Run("& { foreach ($i in 1..120) { [pscustomobject]@{ Usage = 'P0' } } } | New-PcKey -Algorithm TDES_2KEY | Out-Null").Succeed();

        Outcome stopped = session.Run("foreach ($round in 1) { Get-PcKey -Summary -Verbose | ForEach-Object { $_; break } }");
        Outcome whole = session.Run("Get-PcKey -Summary -Verbose");

        Assert.Single(stopped.Succeed());
        Assert.Single(stopped.Told, message => message.StartsWith("ListKeys: provider", StringComparison.Ordinal));
        Assert.Equal(120, whole.Succeed().Count);
        Assert.Equal(2, whole.Told.Count(message => message.StartsWith("ListKeys: provider", StringComparison.Ordinal)));
    }

    [Fact]
    public void Stopping_the_pipeline_stops_the_listing()
    {
        using ModuleSession session = KeySession.New();
        session.Run("& { foreach ($i in 1..150) { [pscustomobject]@{ Usage = 'P0' } } } | New-PcKey -Algorithm TDES_2KEY | Out-Null").Succeed();
        using PowerShell shell = session.NewShell("while ($true) { Get-PcKey }");
        using var output = new PSDataCollection<PSObject>();
        using var begun = new ManualResetEventSlim();
        output.DataAdded += (_, _) => begun.Set();

        IAsyncResult running = shell.BeginInvoke<PSObject, PSObject>(null, output);
        begun.Wait(TestContext.Current.CancellationToken);
        shell.Stop();

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Empty(shell.Streams.Error);
        Assert.Equal(150, session.Count("Get-PcKey -Summary"));
    }

    [Fact]
    public void A_long_pipeline_shows_progress()
    {
        using ModuleSession session = KeySession.New();
        session.Run(Keys).Succeed();
        using PowerShell shell = session.NewShell(
            "param($progress) & { while ($progress.Count -eq 0) { $pin } } | Get-PcKey | Out-Null");

        shell.AddArgument(shell.Streams.Progress).Invoke();

        Assert.Empty(shell.Streams.Error);
        Assert.Contains(shell.Streams.Progress,
            record => record.Activity == "Get-PcKey" && record.StatusDescription.EndsWith("so far", StringComparison.Ordinal));
        Assert.Equal(ProgressRecordType.Completed, shell.Streams.Progress.Last().RecordType);
    }
}
