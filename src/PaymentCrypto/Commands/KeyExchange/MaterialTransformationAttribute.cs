using System.Collections;
using System.Management.Automation;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>
/// Lets a parameter for wrapped keys take what PowerShell makes of a file: its bytes, its lines, or the file itself. Objects that carry the
/// wrapped key in a property are left to the binder.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaterialTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            byte single => PipedMaterial.OfByte(single),
            byte[] bytes => MaterialInput.OfBytes(bytes),
            FileInfo file => file.FullName,
            IList list when FileContent.Bytes(list) is { } bytes => MaterialInput.OfBytes(bytes),
            IList list when FileContent.Lines(list) is { } text => text,
            _ => inputData,
        };
    }
}
