using System.Management.Automation;

namespace PaymentCrypto.Sessions;

/// <summary>Closes what a runspace holds open when the module is removed from it.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => PcSession.EndCurrent();
}
