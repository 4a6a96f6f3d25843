using System.Management.Automation;

namespace PaymentCrypto.Commands;

/// <summary>A cmdlet that changes something.</summary>
public abstract class PcChangeCmdlet : PcItemCmdlet
{
    private protected PcChangeCmdlet()
    {
    }

    /// <summary>Do not ask for confirmation. Neither <c>-WhatIf</c> nor an explicit <c>-Confirm</c> is overruled.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? bound)
        ? LanguagePrimitives.IsTrue(bound)
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    private bool IsToConfirm => MyInvocation.BoundParameters.TryGetValue("Confirm", out object? bound) && LanguagePrimitives.IsTrue(bound);

    /// <summary>Whether to go ahead: asks where PowerShell's rules say so.</summary>
    /// <param name="target">What would be changed.</param>
    /// <param name="action">What would be done with it.</param>
    private protected bool ShouldChange(string target, string action)
    {
        if (!Force || IsWhatIf || IsToConfirm)
        {
            return ShouldProcess(target, action);
        }

        WriteVerbose($"{action}: {target}.");
        return true;
    }
}
