using PaymentCrypto.Cryptography.Macs;
using PaymentCrypto.Cryptography.Primitives;
using static PaymentCrypto.Tests.Cryptography.Limits;

namespace PaymentCrypto.Tests.Cryptography.Macs;

/// <summary>The lengths of keys, messages and MACs, from both sides of each limit.</summary>
public sealed class MacLimitTests
{
    [Fact]
    public void A_CMAC_has_a_byte_to_a_block()
    {
        using var tdes = BlockCipher.CreateTdes(new byte[16]);
        using var aes = BlockCipher.CreateAes(new byte[16]);
        void Compute(BlockCipher key, int mac) => CipherMac.Compute(key, [1, 2, 3], new byte[mac]);
        Compute(tdes, 1);
        Compute(tdes, 8);
        Compute(aes, 16);
        InvalidArgument(() => Compute(tdes, 0), () => Compute(tdes, 9), () => Compute(aes, 0), () => Compute(aes, 17));
        Assert.Throws<ArgumentNullException>(() => Compute(null!, 8));
    }

    [Fact]
    public void A_MAC_of_AS_2805_has_four_bytes()
        => InvalidArgument(
            () => As2805Mac.Compute(new byte[16], [1], new byte[3]), () => As2805Mac.Compute(new byte[16], [1], new byte[5]));

    [Fact]
    public void Algorithm_1_takes_one_to_three_keys_and_algorithm_3_two_or_three()
    {
        void First(int key) => Iso9797Mac.Algorithm1(new byte[key], new byte[8], Iso9797Padding.None, new byte[8]);
        void Third(int key) => Iso9797Mac.Algorithm3(new byte[key], new byte[8], Iso9797Padding.None, new byte[8]);
        First(8);
        First(16);
        First(24);
        Third(16);
        Third(24);
        Iso9797Mac.Algorithm1(new byte[8], new byte[8], Iso9797Padding.None, new byte[1]);
        InvalidKey(() => First(7), () => First(32), () => Third(8), () => Third(32));
    }

    [Fact]
    public void A_padding_that_does_not_exist_is_refused()
        => InvalidArgument(() => Iso9797Mac.Algorithm3(new byte[16], new byte[8], (Iso9797Padding)3, new byte[8]));

    [Fact]
    public void A_MAC_to_compare_has_four_bytes_to_all()
    {
        Assert.True(MacCheck.Matches([1, 2, 3, 4, 5], [1, 2, 3, 4]));
        Assert.True(MacCheck.Matches([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]));
        Assert.False(MacCheck.Matches([1, 2, 3, 4, 5], [1, 2, 3, 5]));
        InvalidArgument(() => MacCheck.Matches([1, 2, 3, 4, 5], [1, 2, 3]), () => MacCheck.Matches([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6]));
    }
}
