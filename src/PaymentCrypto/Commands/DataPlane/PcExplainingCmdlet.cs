using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;

namespace PaymentCrypto.Commands.DataPlane;

/// <summary>A cmdlet of the data plane of which the local engine can show the steps.</summary>
public abstract class PcExplainingCmdlet : PcDataPlaneCmdlet
{
    private StepLog? _log;
    private IPaymentCryptography? _explaining;

    private protected PcExplainingCmdlet()
    {
    }

    /// <summary>
    /// Return what happened on the way, step by step, in place of the result; its last lines are the result. Also when it fails: the steps up to
    /// there. The local engine does so, with symmetric keys that are exportable.
    /// </summary>
    [Parameter]
    public SwitchParameter ShowSteps { get; set; }

    /// <summary>With <c>-ShowSteps</c>: show keys, PINs, plain text and card numbers whole. For test data alone.</summary>
    [Parameter]
    public SwitchParameter AsPlainText { get; set; }

    /// <summary>The card number to mask in the steps; null where there is none.</summary>
    private protected virtual string? ShownCardNumber => null;

    /// <summary>Carries out the operation for one pipeline object.</summary>
    private protected abstract void Operate();

    private protected sealed override void Execute()
    {
        if (ShowSteps)
        {
            // Before anything is sent: a provider that has no steps is not asked for the key either.
            _log = new StepLog(AsPlainText, ShownCardNumber is { } number ? CardNumberOf(number) : null);
            _explaining = Connection.Explaining(_log);
        }

        try
        {
            Operate();
        }
        catch (PaymentCryptographyException) when (_log is not null)
        {
            // How far it came is what whoever asked for the steps wants to see.
            WriteObject(StepTable.Of(_log), enumerateCollection: true);
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (AsPlainText && !ShowSteps)
        {
            Refuse(Field.Missing(nameof(ShowSteps), $"-{nameof(AsPlainText)} is about the steps: add -{nameof(ShowSteps)}, or leave it out."));
        }
    }

    /// <summary>Carries out the operation, with its steps where they are asked for.</summary>
    private protected TResponse Ask<TResponse>(ApiRequest<TResponse> request)
        where TResponse : ApiResponse => _explaining is { } service
        ? Send(request, () => service.SendAsync(request, Stopped))
        : Send(request);

    /// <summary>Returns the result, or in its place the steps to it.</summary>
    /// <param name="result">The result.</param>
    /// <param name="lines">What the steps end with: the values of the result that there are.</param>
    private protected void Answer(object result, params (string Name, string? Value)[] lines)
    {
        if (_log is null)
        {
            WriteObject(result);
            return;
        }

        foreach ((string name, string? value) in lines)
        {
            if (value is not null)
            {
                _log.AddResult(name, value);
            }
        }

        WriteObject(StepTable.Of(_log), enumerateCollection: true);
    }

    /// <summary>Asks whether something is right, and returns true, or false for what is well-formed and wrong. Everything else is an error.</summary>
    /// <param name="request">The request.</param>
    /// <param name="detailed">Whether an object with the result, the reason and the keys is wanted in their place.</param>
    /// <param name="describe">Adds to that object what the answer tells.</param>
    private protected void Verify<TResponse>(ApiRequest<TResponse> request, bool detailed, Action<VerificationResult, TResponse> describe)
        where TResponse : ApiResponse
    {
        var result = new VerificationResult { Operation = request.Operation };
        try
        {
            describe(result, Ask(request));
            result.IsValid = true;
        }
        catch (VerificationFailedException wrong)
        {
            result.Reason = wrong.Reason;
            WriteVerbose($"{request.Operation}: {wrong.Reason ?? "wrong"}.");
        }

        Answer(
            detailed ? result : result.IsValid,
            ("ARPC", result.AuthResponseValue),
            ("valid", result.IsValid || result.Reason is null ? result.IsValid.ToString() : $"{result.IsValid}: {result.Reason}"));
    }

    // As people write it, with blanks; what is no card number is refused later.
    private static string CardNumberOf(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
