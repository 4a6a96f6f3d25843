using PaymentCrypto.Api;
using PaymentCrypto.Local.Keys;

namespace PaymentCrypto.Tests.Local.Keys;

/// <summary>What is an ARN of a key, and what is not.</summary>
public sealed class KeyArnTests
{
    [Fact]
    public void An_ARN_is_taken_apart_into_account_region_and_resource()
    {
        Assert.True(KeyArn.TryParse("arn:aws:payment-cryptography:eu-west-1:111122223333:key/a:b", out AccountScope? scope, out string? resource));
        Assert.Equal((new AccountScope("111122223333", "eu-west-1"), "key/a:b"), (scope, resource));
    }

    [Theory]
    [InlineData("alias/key")]
    [InlineData("arn:aws:kms:eu-west-1:111122223333:key/a")]
    [InlineData("arn:aws:payment-cryptography:eu-west-1:111122223333")]
    public void Anything_else_is_none(string text)
    {
        Assert.False(KeyArn.TryParse(text, out AccountScope? scope, out string? resource));
        Assert.Equal((null, null), (scope, resource));
    }
}
