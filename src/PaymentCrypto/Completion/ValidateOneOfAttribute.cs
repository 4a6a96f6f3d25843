using System.Management.Automation;

namespace PaymentCrypto.Completion;

/// <summary>
/// Takes one of a few texts, whatever its case. Where ValidateSet stands PowerShell offers its bare values; with this the parameter's
/// completer is asked, which explains them.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateOneOfAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <summary>Creates the attribute.</summary>
    /// <param name="values">The texts.</param>
    public ValidateOneOfAttribute(params string[] values) => Values = values;

    /// <summary>The texts.</summary>
    public string[] Values { get; }

    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        if (!Values.Contains(element?.ToString(), StringComparer.OrdinalIgnoreCase))
        {
            throw new ValidationMetadataException($"'{element}' is not one of {string.Join(", ", Values)}.");
        }
    }
}
