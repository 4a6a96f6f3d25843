using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Emv;
using static PaymentCrypto.Tests.Cryptography.Limits;

namespace PaymentCrypto.Tests.Cryptography.Emv;

/// <summary>The lengths of EMV 4.3 book 2, from both sides of each limit.</summary>
public sealed class EmvLimitTests
{
    [Fact]
    public void A_cryptogram_is_of_whole_blocks()
    {
        void Request(int key, int data, int cryptogram) => EmvCryptogram.Request(new byte[key], new byte[data], new byte[cryptogram]);
        Request(16, 8, 8);
        Request(16, 40, 8);
        InvalidArgument(() => Request(16, 0, 8), () => Request(16, 7, 8), () => Request(16, 9, 8), () => Request(16, 8, 7), () => Request(16, 8, 9));
        Assert.Contains(
            "padded to whole blocks of 8 bytes, as the scheme says",
            Assert.Throws<CryptographyException>(() => Request(16, 7, 8)).Message,
            StringComparison.Ordinal);
        InvalidKey(() => Request(8, 8, 8), () => Request(15, 8, 8), () => Request(24, 8, 8));
    }

    [Fact]
    public void A_response_of_method_1_has_a_code_of_two_bytes()
    {
        void Response(int key, int request, int code, int cryptogram)
            => EmvCryptogram.ResponseMethod1(new byte[key], new byte[request], new byte[code], new byte[cryptogram]);
        Response(16, 8, 2, 8);
        InvalidArgument(
            () => Response(16, 7, 2, 8),
            () => Response(16, 9, 2, 8),
            () => Response(16, 8, 1, 8),
            () => Response(16, 8, 3, 8),
            () => Response(16, 8, 2, 7),
            () => Response(16, 8, 2, 9));
        InvalidKey(() => Response(24, 8, 2, 8));
    }

    [Fact]
    public void A_response_of_method_2_has_up_to_eight_bytes_of_the_issuer()
    {
        void Response(int key, int request, int status, int proprietary, int cryptogram)
            => EmvCryptogram.ResponseMethod2(new byte[key], new byte[request], new byte[status], new byte[proprietary], new byte[cryptogram]);
        Response(16, 8, 4, 0, 4);
        Response(16, 8, 4, 8, 4);
        InvalidArgument(
            () => Response(16, 7, 4, 0, 4),
            () => Response(16, 8, 3, 0, 4),
            () => Response(16, 8, 5, 0, 4),
            () => Response(16, 8, 4, 9, 4),
            () => Response(16, 8, 4, 0, 3),
            () => Response(16, 8, 4, 0, 8));
        InvalidKey(() => Response(24, 8, 4, 0, 4));
    }

    [Fact]
    public void A_script_has_a_MAC_of_eight_bytes_and_PINs_of_4_to_12_digits()
    {
        void Pin(int key, int pin, int current) => EmvScript.VisaPinBlock(new byte[key], Digits(pin), Digits(current), new byte[8]);
        EmvScript.Mac(new byte[16], new byte[3], new byte[8]);
        Pin(16, 4, 0);
        Pin(16, 12, 4);
        Pin(16, 4, 12);
        InvalidArgument(
            () => EmvScript.Mac(new byte[16], new byte[3], new byte[7]),
            () => EmvScript.Mac(new byte[16], new byte[3], new byte[9]),
            () => Pin(16, 3, 0),
            () => Pin(16, 13, 0),
            () => Pin(16, 4, 3),
            () => Pin(16, 4, 13));
        InvalidKey(() => EmvScript.Mac(new byte[24], new byte[3], new byte[8]), () => Pin(24, 4, 0));
    }

    [Fact]
    public void Every_session_key_is_of_a_card_key_of_sixteen_bytes()
        => InvalidKey(
            () => EmvSessionKey.Common(new byte[24], new byte[8]),
            () => EmvSessionKey.Mastercard(new byte[24], new byte[2], new byte[4]),
            () => EmvSessionKey.Visa(new byte[24], new byte[2]),
            () => EmvSessionKey.Amex(new byte[24], new byte[2]),
            () => EmvSessionKey.UnionPay(new byte[24], new byte[2]),
            () => EmvSessionKey.Emv2000(new byte[24], new byte[2]),
            () => EmvCardKey.DeriveOptionB(new byte[24], Digits(17), "00"));
}
