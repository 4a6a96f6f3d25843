using PaymentCrypto.Cryptography;

namespace PaymentCrypto.Tests.Cryptography;

/// <summary>Values just outside a limit, which are refused with one kind of error. Those just inside are called beside it and give no error.</summary>
internal static class Limits
{
    public static void Refused(CryptographyError expected, params Action[] calls)
    {
        for (int i = 0; i < calls.Length; i++)
        {
            CryptographyException refusal = Assert.Throws<CryptographyException>(calls[i]);
            Assert.Equal((i, expected), (i, refusal.Error));
        }
    }

    public static void InvalidArgument(params Action[] calls) => Refused(CryptographyError.InvalidArgument, calls);

    public static void InvalidKey(params Action[] calls) => Refused(CryptographyError.InvalidKey, calls);

    /// <summary>As many digits, 1 to 9 and 0 over and over.</summary>
    public static string Digits(int count) => string.Concat(Enumerable.Range(1, count).Select(i => (char)('0' + (i % 10))));
}
