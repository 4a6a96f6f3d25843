using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace PaymentCrypto.Completion;

/// <summary>
/// Keeps the digits of a check value as they were typed: to PowerShell, a bare <c>046091</c> is the number 46091 and <c>12E456</c> is
/// infinite. Null stays null, so that "not known" and "empty" are not the same.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CheckValueTransformationAttribute : ArgumentTransformationAttribute
{
    // As many as the service and every paper have: a number of them has lost no zero in front.
    private const int UsualDigits = 6;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => inputData switch
    {
        // A literal carries its own text; only here, as the binder hands on the bare number.
        PSObject { BaseObject: ValueType } literal => literal.ToString(),
        IConvertible value => value.ToString(CultureInfo.InvariantCulture),
        IList list => Several(list),
        PSObject { BaseObject: IList list } => Several(list),
        _ => inputData,
    };

    private static object?[] Several(IList list) => [.. list.Cast<object?>().Select(One)];

    // In a list, PowerShell has dropped the text: 0460 and 460 are the same, and so are 12E456 and 13E456.
    private static object? One(object? item) => (item is PSObject wrapped ? wrapped.BaseObject : item) switch
    {
        ValueType number when number.ToString() is not { Length: UsualDigits } digits || number is not (int or long) || !digits.All(char.IsAsciiDigit) =>
            throw new ArgumentTransformationMetadataException(
                "Put check values in quotes when there are several: PowerShell has made the number "
                    + $"{Convert.ToString(number, CultureInfo.InvariantCulture)} of one of them, and what was typed cannot be told any more."),
        ValueType number => Convert.ToString(number, CultureInfo.InvariantCulture),
        var value => value,
    };
}
