using System.Management.Automation;

namespace PaymentCrypto.Completion;

/// <summary>Lets <c>-Provider</c> take a name as well as an object.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ProviderTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            Provider provider => provider,
            ProviderName name => new Provider(name),
            string text when Enum.TryParse(text, ignoreCase: true, out ProviderName name) && Enum.IsDefined(name) => new Provider(name),
            string text => throw new ArgumentTransformationMetadataException(
                $"'{text}' is not a provider: it must be {string.Join(" or ", Enum.GetNames<ProviderName>())}, or an object from Get-PcProvider."),
            _ => throw new ArgumentTransformationMetadataException(
                $"A provider must be {string.Join(" or ", Enum.GetNames<ProviderName>())}, or an object from Get-PcProvider in this process; "
                + "one that came through remoting, a job or a file is only a copy of its description."),
        };
    }
}
