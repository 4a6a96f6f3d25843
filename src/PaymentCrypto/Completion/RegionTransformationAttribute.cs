using System.Management.Automation;
using PaymentCrypto.Providers;

namespace PaymentCrypto.Completion;

/// <summary>Lets <c>-Region</c> take a RegionEndpoint of the AWS tools as well as a name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RegionTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => AwsRegionName.Of(inputData) ?? inputData;
}
