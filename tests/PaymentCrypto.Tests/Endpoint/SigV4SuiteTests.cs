using System.Text;
using PaymentCrypto.Endpoint.Http;
using PaymentCrypto.Endpoint.SigV4;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>
/// Signatures of AWS's published Signature Version 4 test suite (also in botocore's tests): key AKIDEXAMPLE, 2015-08-30 12:36:00 UTC,
/// us-east-1, "service". The file name of each case is given with it.
/// </summary>
public sealed class SigV4SuiteTests
{
    private const string Token =
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/"
        + "kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+"
        + "scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

    private const string Unreserved = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    [Theory]
    [InlineData("get-vanilla", "/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-unreserved", "/" + Unreserved, "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f")]
    [InlineData("get-utf8", "/\u1234", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85")]
    [InlineData("get-vanilla-empty-query-key", "/?Param1=value1", "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb")]
    [InlineData("get-vanilla-query-order-encoded", "/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1",
        "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac")]
    [InlineData("get-vanilla-query-order-key-case", "/?Param2=value2&Param1=value1", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("get-vanilla-query-order-value", "/?Param1=value2&Param1=value1", "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694")]
    [InlineData("get-vanilla-query-unreserved", "/?" + Unreserved + "=" + Unreserved, "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197")]
    [InlineData("get-vanilla-utf8-query", "/?\u1234=bar", "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04")]
    [InlineData("get-relative", "/example/..", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-slashes", "//example//", "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84")]
    [InlineData("get-space", "/example space/", "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741")]
    [InlineData("get-special-character", "/example/$delete", "a853c9b21b528b19643d00910d35b83a10c366a10833ceefb45edd6c80e40f27")]
    [InlineData("get-slash-pointless-dot", "/./example", "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5")]
    public void Paths_and_queries_sign_as_published(string name, string target, string signature)
    {
        // The suite writes characters beyond ASCII unencoded; off the wire they come as the bytes of UTF-8.
        string bytes = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(target));
        AssertSignature(name, Requests.Make("GET", bytes, string.Empty, Headers()), "host;x-amz-date", signature);
    }

    [Fact]
    public void Headers_sign_as_published()
    {
        AssertSignature(
            "get-header-key-duplicate", Get(("My-Header1", "value2"), ("My-Header1", "value2"), ("My-Header1", "value1")), "host;my-header1;x-amz-date",
            "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea");
        AssertSignature(
            "get-header-value-order", Get(("My-Header1", "value4"), ("My-Header1", "value1"), ("My-Header1", "value3"), ("My-Header1", "value2")),
            "host;my-header1;x-amz-date",
            "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01");
        AssertSignature(
            "get-header-value-trim", Get(("My-Header1", "value1"), ("My-Header2", "\"a   b   c\"")), "host;my-header1;my-header2;x-amz-date",
            "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736");
    }

    [Fact]
    public void Bodies_and_session_tokens_sign_as_published()
    {
        AssertSignature(
            "post-header-value-case", Requests.Make("POST", "/", string.Empty, Headers(("My-Header1", "VALUE1"))), "host;my-header1;x-amz-date",
            "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d");
        AssertSignature(
            "post-sts-header-before", Requests.Make("POST", "/", string.Empty, Headers(("X-Amz-Security-Token", Token))),
            "host;x-amz-date;x-amz-security-token",
            "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead");
        AssertSignature(
            "post-x-www-form-urlencoded", Requests.Make("POST", "/", "Param1=value1", Headers(("Content-Type", "application/x-www-form-urlencoded"))),
            "content-type;host;x-amz-date", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
    }

    private static HttpRequest Get(params (string Name, string Value)[] headers) => Requests.Make("GET", "/", string.Empty, Headers(headers));

    private static (string Name, string Value)[] Headers(params (string Name, string Value)[] more) =>
        [("Host", "example.amazonaws.com"), .. more, ("X-Amz-Date", "20150830T123600Z")];

    private static void AssertSignature(string name, HttpRequest request, string signedHeaders, string signature)
    {
        var header = AuthorizationHeader.Parse(
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders={signedHeaders}, Signature={signature}");
        byte[] computed = new byte[SigningKey.Length];

        // No room at all: the text takes more, as a long one does.
        SignedText canonical = new([]);
        CanonicalRequest.Write(ref canonical, request, header.SignedHeaders);
        SigningKey.Derive("AWS4wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"u8, header).Sign("20150830T123600Z", canonical.Bytes, computed);
        canonical.Dispose();
        Assert.Equal($"{name} {signature}", $"{name} {Convert.ToHexStringLower(computed)}");
    }
}
