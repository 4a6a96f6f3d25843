using System.Collections;
using System.Management.Automation;

namespace PaymentCrypto.Commands.DataPlane;

/// <summary>Lets data be given as bytes as well as text. Whatever else there is, the cmdlet judges, because an error of the binder would show it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DataTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            byte => DataText.OfByte(),
            byte[] bytes => DataText.OfBytes(bytes),
            IList list when list.Count > 0 && list.Cast<object?>().All(static item => (item is PSObject element ? element.BaseObject : item) is byte) =>
                DataText.OfBytes([.. list.Cast<object?>().Select(static item => (byte)(item is PSObject element ? element.BaseObject : item!))]),
            _ => inputData,
        };
}
