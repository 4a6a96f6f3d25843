using System.Globalization;
using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Joins the components of a key.</summary>
/// <remarks>
/// <para>
/// Joins the components of a key, each compared with the check value on its paper. Without any, it asks for them one after the other and
/// shows nothing of what is typed.
/// </para>
/// <para>
/// When one component is refused, no key comes out: the others would give another key. A component may be entered three times when it is
/// asked for.
/// </para>
/// </remarks>
/// <seealso cref="NewPcKeyComponentCommand"/>
/// <seealso cref="GetPcKeyCheckValueCommand"/>
/// <seealso cref="NewPcTr34KeyBlockCommand"/>
/// <seealso>about_PaymentCrypto_Security</seealso>
[Cmdlet(VerbsCommon.Join, "PcKeyComponent", DefaultParameterSetName = PromptSet)]
[OutputType(typeof(ClearKey))]
public sealed class JoinPcKeyComponentCommand : PcToolCmdlet
{
    private const string PromptSet = "Prompt";
    private const string ComponentSet = "Component";
    private const string PathSet = "Path";
    private const int Attempts = 3;

    private readonly List<Lease<KeyMaterial>> _components = [];
    private bool _refused;
    private int? _count;

    /// <summary>The components: objects of New-PcKeyComponent, SecureStrings of hex digits, files, or all of them. Bytes are one component.</summary>
    [Parameter(ParameterSetName = ComponentSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public object[] Component { get; set; } = [];

    /// <summary>Files with hex digits, or with the bytes themselves, one component each. Taken literally, without wildcards.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string[] KeyPath { get; set; } = [];

    /// <summary>How many components to ask for.</summary>
    [Parameter(ParameterSetName = PromptSet)]
    [ValidateRange(2, 9)]
    public int Count { get; set; } = 3;

    /// <summary>The algorithm of the key. Components that are objects say it themselves.</summary>
    [Parameter(Position = 0)]
    [Alias("KeyAlgorithm")]
    [ArgumentCompleter(typeof(SymmetricAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Algorithm { get; set; }

    /// <summary>
    /// The check values on the papers, one for each component in their order, 4 to 16 hex digits each, in quotes. A paper without one is an
    /// empty text; a warning says that this component was not compared.
    /// </summary>
    [Parameter]
    [Alias("ComponentKCV")]
    [ValidateNotNull]
    [ValidateCount(1, 9)]
    [AllowEmptyString]
    [CheckValueTransformation]
    public string[] ComponentCheckValue { get; set; } = [];

    /// <summary>The check value of the whole key: a key with another one is refused.</summary>
    [Parameter]
    [Alias("KCV")]
    [ValidateNotNullOrEmpty]
    [CheckValueTransformation]
    public string? KeyCheckValue { get; set; }

    /// <summary>Set the parity bits of a TDES key. Its check value stays the same.</summary>
    [Parameter]
    public SwitchParameter AdjustParity { get; set; }

    /// <summary>Put the key as hex digits into the property PlainText, where anyone can read it.</summary>
    [Parameter]
    public SwitchParameter AsPlainText { get; set; }

    private protected override object? ErrorTarget => Algorithm;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (MyInvocation.BoundParameters.ContainsKey(nameof(ComponentCheckValue)) && Array.TrueForAll(ComponentCheckValue, string.IsNullOrWhiteSpace))
        {
            CheckValueInput.RefuseEmpty(this, nameof(ComponentCheckValue));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        UseGathered(bytes => TakeOrNone(() => Take(bytes, path: null)));
        base.EndProcessing();
        Attempt(Join);
    }

    private protected override void Execute()
    {
        TakeOrNone(() =>
        {
            switch (ParameterSetName)
            {
                case ComponentSet:
                    Array.ForEach(Component, component =>
                    {
                        if (!Gathers(component))
                        {
                            Take(component, path: null);
                        }
                    });
                    break;
                case PathSet:
                    Array.ForEach(KeyPath, path => Take(component: null, path));
                    break;
                default:
                    Prompt();
                    break;
            }
        });
    }

    private void TakeOrNone(Action take)
    {
        // Until all is well: without one component the others give another key.
        bool refusedBefore = _refused;
        _refused = true;
        take();
        _refused = refusedBefore;
    }

    private protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _components.ForEach(component => component.Dispose());
            _components.Clear();
        }

        base.Dispose(disposing);
    }

    private void Take(object? component, string? path)
    {
        if ((component is PSObject wrapped ? wrapped.BaseObject : component) is KeyComponent known)
        {
            _count = Math.Max(_count ?? 0, known.Count);
        }

        KeyForm form = Form(_components.Count + 1);
        Lease<KeyMaterial> taken = path is null ? KeyInput.Take(this, component!, form) : KeyInput.Take(this, null, path, form);

        // Kept before it is compared, so that it is zeroed with the others whatever comes.
        _components.Add(taken);
        Verify(taken.Value, form.What, Expected(_components.Count));
    }

    private void Prompt()
    {
        if (Algorithm is null)
        {
            throw new KeyInputException(KeyInputFailure.AlgorithmMissing,
                "To ask for components, the algorithm has to be known: give -Algorithm, for example TDES_2KEY.");
        }

        for (int number = 1; number <= Count; number++)
        {
            for (int attempt = 1; !Ask(number, isLast: attempt == Attempts); attempt++)
            {
                WriteWarning($"Once more: {Form(number).What}.");
            }
        }
    }

    private bool Ask(int number, bool isLast)
    {
        KeyForm form = Form(number);
        Lease<KeyMaterial>? taken = null;
        try
        {
            taken = KeyInput.Take(this, KeyInput.Ask(this, form.What), form);
            string? expected = Expected(number) ?? KeyInput.AskText(this, $"Check value on the paper of {form.What} (empty to skip)").Trim();
            Verify(taken.Value, form.What, expected);
            string shown = Run(tools => tools.Keys.ComputeCheckValue(taken.Value)).Value;
            Host.UI.WriteLine($"{form.What}: check value {shown}{(expected.Length > 0 ? ", as expected" : string.Empty)}.");
            _components.Add(taken);
            return true;
        }
        catch (PaymentCryptographyException error) when (!isLast && error is not KeyInputException { Failure: KeyInputFailure.Missing })
        {
            taken?.Dispose();
            WriteWarning(error.Message);
            return false;
        }
    }

    private void Join()
    {
        if (_refused || _components.Count == 0)
        {
            return;
        }

        if (ComponentCheckValue.Length > 0 && ComponentCheckValue.Length != _components.Count)
        {
            throw new KeyInputException(
                KeyInputFailure.Conflict,
                $"There are {_components.Count} components, but {ComponentCheckValue.Length} check values for them: give one for each; an empty text says "
                    + "that a paper has none.");
        }

        if (_count is { } all && _components.Count < all)
        {
            throw new KeyInputException(KeyInputFailure.Missing,
                $"The key was split into {all} components, but only {_components.Count} were given: without the others it is another key.");
        }

        for (int number = 1; number <= ComponentCheckValue.Length; number++)
        {
            if (string.IsNullOrWhiteSpace(ComponentCheckValue[number - 1]))
            {
                WriteWarning($"Component {number} was not compared: its check value is empty.");
            }
        }

        ClearKey key = Run(tools =>
        {
            KeyMaterial joined = tools.Keys.Join([.. _components.Select(component => component.Value)]);
            if (AdjustParity)
            {
                using KeyMaterial before = joined;
                joined = tools.Keys.WithOddParity(before);
            }

            return ClearKey.Verified(tools.Keys, joined, CheckValueInput.Of(KeyCheckValue, nameof(KeyCheckValue)), "key joined from the components",
                AsPlainText);
        });
        if (Run(tools => tools.Keys.HasOddParity(key.Material)) == false)
        {
            WriteWarning("The key does not have odd parity in every byte. Its check value is the same; some HSMs want -AdjustParity.");
        }

        WriteVerbose($"{_components.Count} components give: {key}.");
        WriteObject(key);
    }

    private void Verify(KeyMaterial component, string what, string? expected)
    {
        if (!string.IsNullOrWhiteSpace(expected))
        {
            Run(tools =>
            {
                tools.Keys.VerifyCheckValue(component, expected, what);
                return true;
            });
        }
    }

    private KeyForm Form(int number) => new(string.Create(CultureInfo.InvariantCulture, $"component {number}")) { Algorithm = Algorithm };

    private string? Expected(int number) => number > ComponentCheckValue.Length ? null
        : string.IsNullOrWhiteSpace(ComponentCheckValue[number - 1]) ? string.Empty
        : CheckValueInput.Of(ComponentCheckValue[number - 1], nameof(ComponentCheckValue));
}
