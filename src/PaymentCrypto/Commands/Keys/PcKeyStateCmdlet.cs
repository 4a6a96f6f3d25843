using System.Management.Automation;

namespace PaymentCrypto.Commands.Keys;

/// <summary>A cmdlet that moves keys to another state. The service answers with the key as it is then.</summary>
public abstract class PcKeyStateCmdlet : PcKeyChangeCmdlet
{
    private protected PcKeyStateCmdlet()
    {
    }

    /// <summary>Return the key as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected sealed override void Execute(string key)
    {
        Api.Key changed = Change(ToServiceForm(key));
        if (PassThru)
        {
            WriteObject(new Key(changed, Connection.Origin));
        }
    }

    /// <summary>Asks the service for the change.</summary>
    /// <param name="keyIdentifier">The key, as the service takes it.</param>
    private protected abstract Api.Key Change(string keyIdentifier);
}
