using System.Management.Automation;
using PaymentCrypto.Providers;

namespace PaymentCrypto.Completion;

/// <summary>Lets a secret be given as a string as well as a SecureString. What was given is in no message.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => SecretArgument.From(inputData) is { Length: > 0 } secret
        ? secret
        : throw new ArgumentTransformationMetadataException("A secret must be a SecureString or a string, and not empty.");
}
