namespace PaymentCrypto.Tests.Aws;

/// <summary>The tests that set the AWS environment variables, which belong to the whole process: one at a time, and with no others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AwsEnvironmentCollection
{
    public const string Name = "AWS environment";
}
