using System.Globalization;
using System.Management.Automation;

namespace PaymentCrypto.Completion;

/// <summary>
/// Lets a switch take what a CSV file, JSON or a hashtable has for it: true, yes or 1, and false, no or 0. PowerShell itself leaves a switch
/// off without a word when it is given a text.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlagTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            SwitchParameter or bool => value,
            null => throw Refused("nothing"),
            _ => new SwitchParameter(Convert.ToString(value, CultureInfo.InvariantCulture)!.Trim().ToUpperInvariant() switch
            {
                "TRUE" or "YES" or "Y" or "1" => true,
                "FALSE" or "NO" or "N" or "0" => false,
                "" => throw Refused("nothing"),
                var other => throw Refused($"'{(other.Length <= MostShown ? other : "a long text")}'"),
            }),
        };
    }

    private const int MostShown = 12;

    private static ArgumentTransformationMetadataException Refused(string given) =>
        new($"A switch is true, yes or 1, or false, no or 0, but {given} was given: correct the value or leave it out.");
}
