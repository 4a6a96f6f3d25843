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
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => inputData switch
    {
        // A literal carries its own text; only here, as the binder hands on the bare number.
        PSObject { BaseObject: ValueType } literal => literal.ToString(),
        IConvertible value => value.ToString(CultureInfo.InvariantCulture),
        _ => inputData,
    };
}
