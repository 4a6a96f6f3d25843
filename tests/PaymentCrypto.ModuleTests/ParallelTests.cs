using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

public sealed class ParallelTests(SharedStore store)
{
    [Fact]
    public async Task Eight_runspaces_on_one_store_agree_on_the_reusable_token_and_never_share_a_new_one()
    {
        string[][] results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            using var session = new ModuleSession(store.Path);
            IReadOnlyList<PSObject> output = session.Run(
                "Set-PcProvider -AccountId 666677778888; (Get-PcImportParameters).ImportToken").Succeed();
            return output.Select(value => (string)value.BaseObject).ToArray();
        })));

        Assert.Equal(8, results.Select(Assert.Single).Distinct().Count());
        using var after = new ModuleSession(store.Path);
        Assert.Equal(8, after.Run("Set-PcProvider -AccountId 666677778888; Get-PcToken").Succeed().Count);
    }

    [Fact]
    public void ForEach_Object_Parallel_uses_the_provider_that_it_is_given()
    {
        using var session = new ModuleSession(store.Path);
        session.Set("manifest", Locations.StagedManifest);

        IReadOnlyList<PSObject> output = session.Run(
            """
            $provider = Get-PcProvider
            $token = (Get-PcImportParameters).ImportToken
            1..4 | ForEach-Object -Parallel {
                Import-Module $using:manifest
                (Get-PcToken $using:token -Provider $using:provider).Token -eq $using:token
            }
            """).Succeed();

        Assert.Equal([true, true, true, true], output.Select(value => value.BaseObject));
    }
}
