using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;

namespace PaymentCrypto.Tests;

/// <summary>Stryker wants a test, and a quick one: it runs it once for each mutant.</summary>
public class OneTest
{
    [Fact]
    public void A_check_value_has_characters() => Assert.NotEmpty(KeyCheckValue.Sha1(new byte[1]));
}
