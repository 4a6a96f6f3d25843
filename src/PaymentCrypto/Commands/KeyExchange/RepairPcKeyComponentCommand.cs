using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Finds one wrong digit of a component, or two that are swapped, by the check value of the component or of the key.</summary>
/// <remarks>
/// <para>
/// With the check value on the component's paper, one component is tried; with the check value of the key, all of them. Each correction that
/// fits is an object: the number of the component, the place, the digit that belongs there, and the corrected component, which can be passed to
/// Join-PcKeyComponent.
/// </para>
/// <para>
/// A check value proves less than a MAC. Six digits fit one component in 16 million by chance; four digits one in 65,536. The check value of a
/// TDES key does not see parity, so that corrections come in twos that differ in one parity bit: OddParity tells them apart where the component has
/// odd parity. By the check value of the key the same digit may be wrong in any component. So all are returned, a warning says how many, and none is
/// picked.
/// </para>
/// <para>
/// It works offline. The digit is part of a secret: clear the screen afterwards. The component itself is shown only with -AsPlainText.
/// </para>
/// </remarks>
/// <seealso cref="JoinPcKeyComponentCommand"/>
/// <seealso cref="TestPcKeyExchangeCommand"/>
/// <seealso cref="RepairPcKeyBlockCommand"/>
[Cmdlet(VerbsDiagnostic.Repair, "PcKeyComponent", DefaultParameterSetName = ComponentSet)]
[OutputType(typeof(RepairedKeyComponent))]
public sealed class RepairPcKeyComponentCommand : PcToolCmdlet
{
    private const string ComponentSet = "ComponentCheckValue";
    private const string KeySet = "KeyCheckValue";

    /// <summary>The component that is wrong, or with -KeyCheckValue all components of the key: objects, or SecureStrings of hex digits.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public object[] Component { get; set; } = [];

    /// <summary>The check value on the paper of the one component, 4 to 16 hex digits, in quotes.</summary>
    [Parameter(Position = 1, ParameterSetName = ComponentSet, Mandatory = true)]
    [Alias("ComponentKCV")]
    [ValidateNotNullOrEmpty]
    [CheckValueTransformation]
    public string? ComponentCheckValue { get; set; }

    /// <summary>The check value of the key that all components give, 4 to 16 hex digits, in quotes.</summary>
    [Parameter(ParameterSetName = KeySet, Mandatory = true)]
    [Alias("KCV")]
    [ValidateNotNullOrEmpty]
    [CheckValueTransformation]
    public string? KeyCheckValue { get; set; }

    /// <summary>The algorithm of the key. Components that are objects say it themselves.</summary>
    [Parameter]
    [Alias("KeyAlgorithm")]
    [ArgumentCompleter(typeof(SymmetricAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Algorithm { get; set; }

    /// <summary>Put the corrected component as hex digits into the property PlainText, where anyone can read it.</summary>
    [Parameter]
    public SwitchParameter AsPlainText { get; set; }

    private protected override object? ErrorTarget => Algorithm;

    private protected override void Execute()
    {
        if (ParameterSetName == ComponentSet && Component.Length != 1)
        {
            throw new KeyInputException(KeyInputFailure.Conflict, $"-ComponentCheckValue is that of one component, but {Component.Length} were given: give "
                + "the one that is wrong, or all of them with -KeyCheckValue.");
        }

        string? expected = CheckValueInput.Of(ComponentCheckValue ?? KeyCheckValue, ParameterSetName);
        List<Lease<KeyMaterial>> taken = [];
        try
        {
            foreach (object component in Component)
            {
                taken.Add(KeyInput.Take(this, component, new KeyForm(FormattableString.Invariant($"component {taken.Count + 1}")) { Algorithm = Algorithm }));
            }

            Write(Run(tools => ParameterSetName == ComponentSet
                ? tools.Diagnosis.RepairComponent(taken[0].Value, expected!)
                : tools.Diagnosis.RepairComponent([.. taken.Select(static lease => lease.Value)], expected!)));
        }
        finally
        {
            taken.ForEach(static lease => lease.Dispose());
        }
    }

    private void Write(IReadOnlyList<EnteredCorrection> corrections)
    {
        if (corrections.Count == 0)
        {
            WriteWarning("No single digit and no two swapped ones explain it: the component is right, or more is wrong with it, or the check value is of "
                + "another kind. Test-PcKeyExchange -Component says which.");
            return;
        }

        if (corrections.Count > 1)
        {
            WriteWarning(
                FormattableString.Invariant($"{corrections.Count} corrections fit the check value, and none is preferred: look at the paper in each place."));
        }

        foreach (EnteredCorrection correction in corrections)
        {
            WriteObject(new RepairedKeyComponent(correction, Run(tools => tools.Keys.UsualCheckValue(correction.Value)), corrections.Count, AsPlainText));
        }
    }
}
