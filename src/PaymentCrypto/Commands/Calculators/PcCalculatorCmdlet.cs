using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.KeyExchange;
using PaymentCrypto.Completion.KeyExchange;
using PaymentCrypto.Isolation;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>A cmdlet that computes what the other side of a card transaction does: with clear test keys, without a provider and without a store.</summary>
public abstract class PcCalculatorCmdlet : PcToolCmdlet
{
    private HashSet<string> _typed = [];

    private protected PcCalculatorCmdlet()
    {
    }

    /// <summary>
    /// The key: a key object, a SecureString of hex digits, or a byte array; with <c>-AsPlainText</c> also hex text. Asked for when it is not given.
    /// </summary>
    [Parameter(Position = 0)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Key { get; set; }

    /// <summary>The key when it is in a text file of hex digits. Taken literally, without wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KeyPath { get; set; }

    /// <summary>The algorithm of the key; needed where its length leaves a choice that nothing else decides.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SymmetricAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string? KeyAlgorithm { get; set; }

    /// <summary>
    /// Everything here is for test: take keys and PINs as plain text, and show keys, PINs and card numbers whole, in the result and in the steps.
    /// </summary>
    [Parameter]
    public SwitchParameter AsPlainText { get; set; }

    /// <summary>
    /// Return what happened on the way, step by step, in place of the result; its last line is the result. Also when it fails: the steps up to there.
    /// </summary>
    [Parameter]
    public SwitchParameter ShowSteps { get; set; }

    /// <summary>The card number to mask in the steps; null where there is none.</summary>
    private protected virtual string? CardNumber => null;

    /// <summary>Computes the results for one pipeline object.</summary>
    private protected abstract IReadOnlyList<ICalculated> Calculate(StepLog? log);

    private protected sealed override void Execute()
    {
        StepLog? log = ShowSteps ? new StepLog(AsPlainText, CardNumber) : null;
        IReadOnlyList<ICalculated> results;
        try
        {
            results = Calculate(log);
        }
        catch (PaymentCryptographyException)
        {
            // How far it came is what whoever asked for the steps wants to see.
            Write(log);
            throw;
        }

        foreach (ICalculated result in results)
        {
            log?.AddResult(result.ResultName, result.ResultText);
            if (log is null)
            {
                WriteObject(result);
            }
        }

        Write(log);
    }

    /// <summary>Asks a calculator; the user may stop the pipeline meanwhile.</summary>
    private protected T Compute<T>(Func<ICalculators, T> work) => Wait(Task.Run(() => work(EngineLibrary.Calculators)));

    /// <summary>
    /// Whether the user gave a parameter, be it null or empty. A property of a piped object that is null says that it has none: a PIN block
    /// that is under no DUKPT key has no serial number.
    /// </summary>
    private protected bool IsGiven(string parameter) =>
        MyInvocation.BoundParameters.TryGetValue(parameter, out object? value) && (value is not null || _typed.Contains(parameter));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _typed = [.. MyInvocation.BoundParameters.Keys];
    }

    /// <summary>The key that the user gave, or is asked for.</summary>
    /// <param name="what">What it is to the user, for example <c>card verification key</c>.</param>
    /// <param name="assumed">The algorithm where the length leaves a choice; null to refuse.</param>
    private protected Lease<KeyMaterial> TakeKey(string what, string? assumed)
    {
        KeyForm form = new(what) { Algorithm = KeyAlgorithm, Assumed = assumed };
        object? key = IsGiven(nameof(Key)) ? TestSecret.Of(nameof(Key), Key, AsPlainText, "a key object, a SecureString of hex digits, or bytes") : null;
        return KeyInput.Take(this, key, KeyPath, form);
    }

    /// <summary>The PIN that the user gave, or is asked for.</summary>
    private protected SecureString TakePin(string parameter, object? pin)
    {
        object secret = IsGiven(parameter)
            ? TestSecret.Of(parameter, pin, AsPlainText, "a SecureString of 4 to 12 decimal digits")
            : KeyInput.Ask(this, "PIN", "4 to 12 digits");
        return secret is SecureString { Length: >= 4 and <= 12 } digits
            ? digits
            : throw new ParameterException(
                ParameterFailure.Invalid,
                parameter,
                $"-{parameter} must be 4 to 12 decimal digits, but it "
                    + $"{(secret is SecureString other ? $"has {other.Length} characters" : "is neither a SecureString nor text")}.");
    }

    /// <summary>The usual check value of a key.</summary>
    private protected CheckValue? CheckValueOf(KeyMaterial key) => Run(tools => tools.Keys.UsualCheckValue(key));

    private void Write(StepLog? log) => WriteObject(StepTable.Of(log), enumerateCollection: true);
}
