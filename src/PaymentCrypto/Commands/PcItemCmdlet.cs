using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands;

/// <summary>A cmdlet that does the same with each of several things: what goes wrong with one does not keep it from the others.</summary>
public abstract class PcItemCmdlet : PcOperationCmdlet
{
    private object? _current;

    private protected PcItemCmdlet()
    {
    }

    private protected sealed override object? ErrorTarget => _current;

    private protected sealed override bool CountsInput => false;

    /// <summary>Does something with each item. An error has the item, as the user gave it, as its target.</summary>
    private protected void ForEach(IEnumerable<string> items, Action<string> action)
    {
        foreach (string item in items)
        {
            Begin(item);
            Attempt(() => action(item));
        }
    }

    /// <summary>Names what comes next, for errors and the progress bar.</summary>
    private protected void Begin(string item)
    {
        _current = item;
        Advance(item);
    }

    /// <summary>Tells better what has begun, for errors, once more is known about it.</summary>
    private protected void Specify(string item) => _current = item;

    /// <summary>A key identifier in a form that the service takes: it knows no bare key ids.</summary>
    private protected string ToServiceForm(string identifier) =>
        KeyIdentifier.IsKeyId(identifier) ? Follow(() => Connection.ToServiceFormAsync(identifier, Stopped)) : identifier;

    /// <summary>The ARN of a key for the operations that take nothing else. An alias is looked up.</summary>
    private protected string ToKeyArn(string identifier) => KeyIdentifier.IsAlias(identifier)
        ? Send(new GetKeyRequest { KeyIdentifier = identifier }).Key!.KeyArn!
        : ToServiceForm(identifier);
}
