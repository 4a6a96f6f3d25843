using System.Collections;
using System.Management.Automation;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Tells what Get-Content has read of a key file from the path of that file. Nothing of it is in the message.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyPathTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            FileInfo file => file.FullName,
            IList or byte => throw new ArgumentTransformationMetadataException(
                "This is the content of a file, and the path of the file is wanted, which leaves the key out of the session. Bytes are taken "
                    + "where a key object is."),
            _ => inputData,
        };
}
