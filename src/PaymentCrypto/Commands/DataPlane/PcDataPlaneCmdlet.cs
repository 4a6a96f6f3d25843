using System.Management.Automation;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.DataPlane;

/// <summary>A cmdlet that uses keys: one operation of the data plane for each object of the pipeline. Nothing is written.</summary>
public abstract class PcDataPlaneCmdlet : PcOperationCmdlet
{
    private readonly Dictionary<string, KeyFacts> _facts = new(StringComparer.Ordinal);
    private HashSet<string> _typed = [];
    private Encoding? _encoding;
    private object? _target;
    private ParameterNames? _names;

    private protected PcDataPlaneCmdlet()
    {
    }

    /// <summary>What PowerShell could not place; refused here, because its own error would show it.</summary>
    [Parameter(ValueFromRemainingArguments = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[]? Misplaced { get; set; }

    private protected sealed override object? ErrorTarget => _target;

    /// <summary>Members of the request that have another name than the parameter they come from, and no alias of it: member, parameter.</summary>
    private protected virtual IReadOnlyDictionary<string, string> Members => ParameterNames.None;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _typed = [.. MyInvocation.BoundParameters.Keys];
        if (Misplaced is { Length: > 0 })
        {
            Refuse(Field.Conflict(
                nameof(Misplaced),
                $"{Misplaced.Length} argument{(Misplaced.Length == 1 ? " has" : "s have")} no place in the command and "
                    + $"{(Misplaced.Length == 1 ? "is" : "are")} not shown here, as it may be a card number: write the parameter's name before it. See "
                    + $"Get-Help {MyInvocation.MyCommand.Name}."));
        }
    }

    /// <summary>A key identifier in a form that the service takes: it knows no bare key ids.</summary>
    internal string ToServiceForm(string identifier) =>
        KeyIdentifier.IsKeyId(identifier) ? Follow(() => Connection.ToServiceFormAsync(identifier, Stopped)) : identifier;

    /// <summary>Reads the key that the cmdlet is about; errors have it as their target.</summary>
    private protected KeyUse Use(KeyParameter parameter, object? value, object? wrapping = null)
    {
        _target = parameter.Name;
        KeyUse key = parameter.Read(value, wrapping);
        _target = key.ToString();
        return key;
    }

    /// <summary>What a key is, for what a caller need not say; asked for once for each key.</summary>
    /// <param name="key">The key of the provider.</param>
    private protected KeyFacts FactsOf(string key)
    {
        if (!_facts.TryGetValue(key, out KeyFacts? facts))
        {
            Api.Key? found = Send(new GetKeyRequest { KeyIdentifier = key }).Key;
            facts = new KeyFacts(found?.KeyArn, found?.KeyAttributes?.KeyUsage, found?.KeyAttributes?.KeyAlgorithm);
            _facts[key] = facts;
        }

        return facts;
    }

    /// <summary>
    /// A text that may be left out: null when it was. An object of the pipeline has an empty property where there is nothing; what was typed
    /// and is empty is an error, because nothing given must not come to mean that nothing is wanted.
    /// </summary>
    private protected string? Optional(string parameter, string? value) => value is { Length: > 0 }
        ? value
        : _typed.Contains(parameter) ? throw Field.Missing(parameter, $"-{parameter} is empty: give a value, or leave it out.") : null;

    /// <summary>
    /// As <see cref="Optional"/>, for a text of which the presence decides what is done: an empty cell of a file is an error too, because a
    /// new PIN must not be made where the one of the block was meant.
    /// </summary>
    private protected string? Given(string parameter, string? value) => value is { Length: > 0 }
        ? value
        : MyInvocation.BoundParameters.ContainsKey(parameter) ? throw Field.Missing(parameter, $"-{parameter} is empty: give a value, or leave it out.") : null;

    /// <summary>How data is encoded: null for hex digits and bytes. Naming an encoding says that it is a text.</summary>
    private protected Encoding? EncodingOf(SwitchParameter text, string encoding) =>
        text || _typed.Contains("Encoding") ? _encoding ??= DataText.EncodingOf(encoding) : null;

    private protected sealed override string? Advise(Exception exception) =>
        exception is ValidationException { ErrorId: "PcValidation" } refused ? DataPlaneAdvice.For(refused.Message, MyInvocation.MyCommand) : null;

    /// <summary>An error's message in the names of the parameters.</summary>
    private protected sealed override string Explain(string message) =>
        (_names ??= new ParameterNames(MyInvocation.MyCommand, Members)).In(message);
}
