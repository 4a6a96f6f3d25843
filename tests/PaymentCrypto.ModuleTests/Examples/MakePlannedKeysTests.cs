using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Examples;

public sealed class MakePlannedKeysTests : IDisposable
{
    private const string Script = "make-planned-keys.ps1";

    private readonly TemporaryDirectory _folder = new();

    private string Plan { get; } = $"-Plan '{ExampleScript.PathOf("key-plan.psd1")}'";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_rehearsed_is_then_made_on_AWS_once()
    {
        using EndpointSession pair = new EndpointSession(store: null).Connect();

        IReadOnlyList<PSObject> first = pair.Client.Run(Script, Plan).Succeed();
        IReadOnlyList<PSObject> second = pair.Client.Run(Script, Plan).Succeed();

        Assert.Equal(["Rehearsal Made", "Aws Made"], first.Select(Describe).Distinct());
        Assert.Equal(["Rehearsal Made", "Aws Present"], second.Select(Describe).Distinct());
        Assert.Equal(4, first.Count / 2);
        Assert.Equal(4, pair.Server.Run("@(Get-PcKey -Summary).Count").Single().BaseObject);
        Assert.Equal("Aws", pair.Client.Run("(Get-PcProvider).Name").Text());
    }

    [Fact]
    public void RehearseOnly_and_WhatIf_ask_nothing_of_AWS_to_be_changed()
    {
        using EndpointSession pair = new EndpointSession(store: null).Connect();

        Assert.All(pair.Client.Run(Script, Plan + " -RehearseOnly").Succeed(), result => Assert.Equal("Rehearsal Made", Describe(result)));
        Assert.Equal(0L, pair.Server.Run("(Get-PcEndpoint).Requests").Single().BaseObject);

        Assert.Equal(["Rehearsal Made", "Aws New"], pair.Client.Run(Script, Plan + " -WhatIf").Succeed().Select(Describe).Distinct());
        Assert.Empty(pair.Server.Run("Get-PcKey -Summary").Succeed());
    }

    [Fact]
    public void A_plan_with_a_mistake_fails_before_AWS_is_asked()
    {
        using EndpointSession pair = new EndpointSession(store: null).Connect();
        string plan = _folder.Combine("plan.psd1");
        File.WriteAllText(plan,
            "@{ Keys = @(@{ Alias = 'alias/a'; Usage = 'P0'; Algorithm = 'AES_128' }, @{ Alias = 'alias/b'; Usage = 'C0'; Algorithm = 'RSA_2048' }) }");

        ErrorRecord error = Assert.IsType<ErrorRecord>(pair.Client.Run(Script, $"-Plan '{plan}'").Terminating);

        Assert.StartsWith("PcValidation", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(0L, pair.Server.Run("(Get-PcEndpoint).Requests").Single().BaseObject);
        Assert.Equal("Aws", pair.Client.Run("(Get-PcProvider).Name").Text());
    }

    [Fact]
    public async Task A_key_that_differs_from_the_plan_ends_it_with_exit_code_1()
    {
        string home = _folder.Combine("home");
        await ShellProcess.Run(home, null, "-Command", "New-PcKey C0 TDES_3KEY -Alias alias/issuer/cvk");

        ShellResult result = await ShellProcess.Run(home, null, "-File", ExampleScript.PathOf(Script), "-Plan", ExampleScript.PathOf("key-plan.psd1"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("alias/issuer/cvk differs from the plan", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_is_data_and_nothing_in_it_runs()
    {
        using var session = new ModuleSession();
        session.Run("Set-PcProvider Local -InMemory").Succeed();
        string plan = _folder.Combine("plan.psd1");
        File.WriteAllText(plan, "@{ Keys = @(@{ Alias = \"alias/$($global:ran = 1)\"; Usage = 'P0'; Algorithm = 'AES_128' }) }");

        Outcome outcome = session.Run(Script, $"-Plan '{plan}'");

        Assert.Contains("dynamic expression", Assert.Single(outcome.Errors).ToString(), StringComparison.Ordinal);
        Assert.Empty(outcome.Output);

        Assert.Null(session.Runspace.SessionStateProxy.GetVariable("ran"));
    }

    private static string Describe(PSObject result) => $"{result.Properties["On"].Value} {result.Properties["Status"].Value}";
}
