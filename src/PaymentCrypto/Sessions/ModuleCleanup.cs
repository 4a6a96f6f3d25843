using System.Diagnostics;
using System.Management.Automation;

namespace PaymentCrypto.Sessions;

/// <summary>Closes what a runspace holds open when the module is removed from it.</summary>
/// <remarks>
/// <c>Import-Module -Force</c> removes the module and loads it again, with the same call. The assembly, and with it the session's choice, is
/// the same one afterwards. It must not be dropped: the next key would land in the store on the disk while the user believes in
/// the one in memory. PowerShell does not tell the two apart here, but its public cmdlet is among the callers.
/// </remarks>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        if (!IsImportedAgain())
        {
            PcSession.EndCurrent();
        }
    }

    private static bool IsImportedAgain() => new StackTrace(fNeedFileInfo: false).GetFrames()
        .Any(static frame => frame.GetMethod()?.DeclaringType?.FullName == "Microsoft.PowerShell.Commands.ImportModuleCommand");
}
