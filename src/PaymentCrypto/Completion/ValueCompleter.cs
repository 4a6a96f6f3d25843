namespace PaymentCrypto.Completion;

/// <summary>Completes a parameter from a list that the module has. It never opens a store or asks the network.</summary>
public abstract class ValueCompleter : PcCompleter
{
    private readonly CompletionValue[] _values;

    private protected ValueCompleter(params CompletionValue[] values) => _values = values;

    /// <summary>The values, given what else is on the command line; best first.</summary>
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) => _values;
}
