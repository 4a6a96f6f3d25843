using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Keys;

/// <summary>Disables keys at once and destroys them, with everything that only they can open, after a waiting period.</summary>
/// <remarks>
/// <para>
/// The key cannot be used from this moment on. When the waiting period ends its material is destroyed for good; until then Restore-PcKey
/// calls it off. Asks first; use -Force or -Confirm:$false in automation.
/// </para>
/// </remarks>
/// <seealso cref="RestorePcKeyCommand"/>
/// <seealso cref="DisablePcKeyCommand"/>
/// <seealso cref="GetPcKeyCommand"/>
[Cmdlet(VerbsCommon.Remove, "PcKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Key))]
public sealed class RemovePcKeyCommand : PcKeyStateCmdlet
{
    /// <summary>The waiting period in days, 3 to 180. Until it ends, Restore-PcKey calls the deletion off.</summary>
    [Parameter]
    [Alias("DeleteKeyInDays", "DeleteKeyInDay")]
    public int PendingWindowInDays { get; set; } = 7;

    private protected override string Action => $"Disable the key and destroy it after {PendingWindowInDays} days";

    private protected override Api.Key Change(string keyIdentifier)
    {
        Api.Key key = Send(new DeleteKeyRequest { KeyIdentifier = keyIdentifier, DeleteKeyInDays = PendingWindowInDays }).Key!;
        WriteVerbose($"{key.KeyArn} will be destroyed at {DisplayText.Time(key.DeletePendingTimestamp?.UtcDateTime)}.");
        return key;
    }
}
