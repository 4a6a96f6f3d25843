using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

public sealed class CancellationTests
{
    [Fact]
    public void Stopping_ends_a_command_that_waits_for_the_store()
    {
        using var home = new TemporaryDirectory();
        using var session = new ModuleSession();
        session.Set("path", home.Path);
        // While this is held, nobody can make the store; left alone, the command would give up with PcStoreBusy.
        using var held = new FileStream(home.Combine("store.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        using PowerShell shell = session.NewShell("Set-PcProvider -Path $path; 'not reached'");
        using var output = new PSDataCollection<PSObject>();

        IAsyncResult running = shell.BeginInvoke<PSObject, PSObject>(null, output);
        shell.Stop();

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Empty(output);
        Assert.Empty(shell.Streams.Error);
        Assert.False(File.Exists(home.Combine("store.db")));
    }

    [Fact]
    public void A_session_works_on_after_a_stop()
    {
        using var session = new ModuleSession();
        session.Run("Set-PcProvider -InMemory").Succeed();
        using (PowerShell shell = session.NewShell("Get-PcImportParameters KEY_CRYPTOGRAM RSA_4096"))
        {
            IAsyncResult running = shell.BeginInvoke();
            shell.Stop();
            Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        }

        session.Run("Get-PcImportParameters").Single();
    }
}
