using System.Collections;
using System.Management.Automation;
using System.Reflection;
using System.Security;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

/// <summary>What PowerShell users rely on without thinking of it, checked for every cmdlet.</summary>
public sealed class ConventionTests : IDisposable
{
    // They follow the service's operations, GetParametersForImport and GetParametersForExport.
    private static readonly string[] PluralNouns = ["PcImportParameters", "PcExportParameters"];

    // They return nothing.
    private static readonly string[] Silent =
    [
        "Add-PcEndpointFault", "Add-PcKeyTag", "Clear-PcEndpointFault", "Clear-PcExpiredToken", "Remove-PcKeyAlias", "Remove-PcKeyPolicy", "Remove-PcKeyTag",
        "Stop-PcEndpoint",
    ];

    // They make objects in memory and change nothing, as New-Object and Import-Csv do.
    private static readonly string[] InMemory =
        ["Repair-PcKeyBlock", "Repair-PcKeyComponent", "Import-PcKeyInventory", "New-PcEcdhKey", "New-PcKeyComponent", "New-PcKeyExchangeCertificate"];

    private static readonly string[] ReadingVerbs =
        ["Get", "Test", "Join", "Convert", "ConvertFrom", "ConvertTo", "Compare", "Measure", "Find", "Protect", "Unprotect"];

    private static readonly string[] DestroyingVerbs = ["Remove", "Revoke", "Reset"];

    private readonly ModuleSession _session = new();
    private readonly CmdletInfo[] _cmdlets;

    public ConventionTests() =>
        _cmdlets = [.. _session.Run("Get-Command -Module PaymentCrypto -CommandType Cmdlet").Succeed().Select(command => (CmdletInfo)command.BaseObject)];

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Verbs_are_approved_and_nouns_are_singular_with_the_prefix_Pc()
    {
        string[] approved =
        [
            .. typeof(VerbsCommon).Assembly.GetExportedTypes().Where(type => type.Name.StartsWith("Verbs", StringComparison.Ordinal))
                .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
                    .Where(field => field.IsLiteral)
                    .Select(field => (string)field.GetRawConstantValue()!),
        ];

        Assert.NotEmpty(_cmdlets);
        Assert.All(_cmdlets, cmdlet =>
        {
            Assert.Contains(cmdlet.Verb, approved);
            Assert.StartsWith("Pc", cmdlet.Noun, StringComparison.Ordinal);
            Assert.True(!cmdlet.Noun.EndsWith('s') || cmdlet.Noun.EndsWith("Alias", StringComparison.Ordinal) || PluralNouns.Contains(cmdlet.Noun),
                cmdlet.Name);
        });
    }

    [Fact]
    public void Every_cmdlet_says_what_it_returns() => Assert.All(_cmdlets, cmdlet =>
        Assert.True(Silent.Contains(cmdlet.Name) == (cmdlet.OutputType.Count == 0),
            $"{cmdlet.Name} returns {string.Join(", ", cmdlet.OutputType.Select(type => type.Name))}."));

    [Fact]
    public void What_changes_something_asks_and_what_reads_does_not() => Assert.All(_cmdlets, cmdlet =>
    {
        CmdletAttribute attribute = AttributeOf(cmdlet);
        bool asks = !ReadingVerbs.Contains(cmdlet.Verb) && !InMemory.Contains(cmdlet.Name);
        Assert.True(attribute.SupportsShouldProcess == asks, cmdlet.Name);
        Assert.True(!DestroyingVerbs.Contains(cmdlet.Verb) || attribute.ConfirmImpact == ConfirmImpact.High, cmdlet.Name);

        // A runbook must not have to know the difference between -Force and -Confirm:$false.
        Assert.True(attribute.ConfirmImpact != ConfirmImpact.High || cmdlet.Parameters.ContainsKey("Force"), cmdlet.Name);
    });

    // A bare 046091 is a number to PowerShell, and 12E456 infinite: compared as such, a right component would look wrong.
    [Fact]
    public void Every_check_value_keeps_the_digits_that_were_typed() => Assert.All(_cmdlets, cmdlet => Assert.All(
        cmdlet.Parameters.Values.Where(parameter =>
            parameter.Name.EndsWith("CheckValue", StringComparison.Ordinal) && parameter.ParameterType != typeof(SwitchParameter)),
        parameter => Assert.True(parameter.Attributes.Any(attribute => attribute.GetType().Name == "CheckValueTransformationAttribute"),
            $"{cmdlet.Name} -{parameter.Name}")));

    [Fact]
    public void At_most_two_parameters_have_a_position_and_one_takes_whole_objects_from_the_pipeline() => Assert.All(
        from cmdlet in _cmdlets from set in cmdlet.ParameterSets select (cmdlet, set),
        pair =>
        {
            int[] positions = [.. pair.set.Parameters.Where(parameter => parameter.Position >= 0).Select(parameter => parameter.Position).Order()];
            Assert.True(positions is [] or [0] or [0, 1], $"{pair.cmdlet.Name} ({pair.set.Name}): {string.Join(", ", positions)}");
            Assert.True(pair.set.Parameters.Count(parameter => parameter.ValueFromPipeline) <= 1, $"{pair.cmdlet.Name} ({pair.set.Name})");
        });

    [Fact]
    public void Where_there_are_several_parameter_sets_one_is_the_default() => Assert.All(
        _cmdlets.Where(cmdlet => cmdlet.ParameterSets.Count > 1),
        cmdlet => Assert.Single(cmdlet.ParameterSets, set => set.IsDefault));

    [Fact]
    public void A_secret_is_a_SecureString_and_never_comes_in_by_the_name_of_a_property() => Assert.All(Parameters(), pair =>
    {
        Type type = pair.Parameter.ParameterType;
        if (type == typeof(SecureString)
            || typeof(PSCredential).IsAssignableFrom(type)
            || pair.Parameter.Name is "Credential" or "Key" or "ProtectionKey" or "PrivateKey" or "SigningKey")
        {
            Assert.DoesNotContain(pair.Parameter.ParameterSets.Values, set => set.ValueFromPipelineByPropertyName);
        }

        bool isSecret =
            new[] { "Passphrase", "Password", "SecretKey", "SessionToken" }.Any(word => pair.Parameter.Name.EndsWith(word, StringComparison.Ordinal));
        Assert.True(!isSecret || type == typeof(SecureString), $"{pair.Cmdlet.Name} -{pair.Parameter.Name}");
    });

    [Fact]
    public void Lists_come_in_as_arrays() => Assert.All(Parameters(), pair => Assert.True(
        pair.Parameter.ParameterType.IsArray
            || pair.Parameter.ParameterType == typeof(string)
            || typeof(IDictionary).IsAssignableFrom(pair.Parameter.ParameterType)
            || !typeof(IEnumerable).IsAssignableFrom(pair.Parameter.ParameterType),
        $"{pair.Cmdlet.Name} -{pair.Parameter.Name} is a {pair.Parameter.ParameterType}"));

    [Fact]
    public void A_key_is_found_under_every_name_that_it_has()
    {
        (CmdletInfo Cmdlet, ParameterMetadata Parameter)[] identifiers = [.. Parameters().Where(pair => pair.Parameter.Name == "KeyIdentifier")];

        Assert.NotEmpty(identifiers);
        Assert.All(identifiers, pair =>
        {
            string[] names = pair.Cmdlet.Noun == "PcKeyAlias" ? ["KeyArn", "KeyId"] : ["KeyArn", "KeyAlias", "AliasName", "KeyId"];
            Assert.All(names, name => Assert.Contains(name, pair.Parameter.Aliases));
            Assert.Contains(pair.Parameter.ParameterSets.Values, set => set.ValueFromPipelineByPropertyName);
        });
        Assert.All(Parameters().Where(pair => pair is { Cmdlet.Noun: "PcKeyAlias", Parameter.Name: "AliasName" }),
            pair => Assert.Contains("KeyAlias", pair.Parameter.Aliases));
    }

    [Fact]
    public void No_static_field_of_the_cmdlets_can_change()
    {
        FieldInfo[] changeable =
        [
            .. from type in _cmdlets[0].ImplementingType.Assembly.GetTypes()
               where !type.FullName!.Contains('<', StringComparison.Ordinal)
               from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
               where !field.IsInitOnly && !field.IsLiteral && !field.Name.Contains('<', StringComparison.Ordinal)
               select field,
        ];

        Assert.Empty(changeable.Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    [Theory]
    [InlineData("$key | Remove-PcKey")]
    [InlineData("$key | Disable-PcKey")]
    [InlineData("Remove-PcKeyAlias pin")]
    [InlineData("Set-PcKeyAlias pin -Unassign")]
    [InlineData("$key | Remove-PcKeyTag -TagKey env")]
    [InlineData("$key | Add-PcKeyTag -Tag @{ more = 'x' }")]
    [InlineData("$key | Set-PcKeyPolicy -Policy '{}'")]
    [InlineData("New-PcKey P0 AES_128")]
    [InlineData("New-PcKeyAlias other")]
    [InlineData("$token | Revoke-PcToken")]
    [InlineData("Clear-PcExpiredToken")]
    [InlineData("Update-PcVaultMasterKey -KeyFile")]
    [InlineData("Enable-PcDefaultReplicationRegion eu-west-1")]
    [InlineData("Add-PcMpaTeam arn:aws:mpa:us-east-1:111122223333:approval-team/pay-team")]
    public void Force_does_not_overrule_WhatIf(string command)
    {
        _session.Run("Set-PcProvider -InMemory; $key = New-PcKey P0 AES_128 -Alias pin -Tag @{ env = 'test' }; $token = Get-PcImportParameters").Succeed();
        const string State =
            """
            Get-PcKey | ForEach-Object { "$_ $($_.KeyState) $($_.Enabled) $($_.Aliases)" }
            Get-PcKeyAlias | ForEach-Object { "$_ $($_.KeyArn)" }
            Get-PcKeyTag $key -AsObject | ForEach-Object { "$_" }
            Get-PcToken | ForEach-Object { "$_" }
            Get-PcDefaultReplicationRegion
            try { Get-PcMpaTeam -ErrorAction Stop | ForEach-Object { "$_" } } catch { 'no team' }
            """;
        string[] before = [.. _session.Run(State).Output.Select(line => line.ToString())];

        Outcome outcome = _session.Run($"{command} -Force -WhatIf");

        Assert.Empty(outcome.Succeed());
        Assert.Equal(before, _session.Run(State).Output.Select(line => line.ToString()));
    }

    private IEnumerable<(CmdletInfo Cmdlet, ParameterMetadata Parameter)> Parameters() => from cmdlet in _cmdlets
                                                                                          from parameter in cmdlet.Parameters.Values
                                                                                          where !Cmdlet.CommonParameters.Contains(parameter.Name)
                                                                                          select (cmdlet, parameter);

    private static CmdletAttribute AttributeOf(CmdletInfo cmdlet) => cmdlet.ImplementingType.GetCustomAttribute<CmdletAttribute>()!;
}
