using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Server.Settings;

namespace PaymentCrypto.Tests.Server;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("30d", "30.00:00:00")]
    [InlineData("1d12h", "1.12:00:00")]
    [InlineData("90m", "01:30:00")]
    [InlineData("1.5s", "00:00:01.5000000")]
    [InlineData("500ms", "00:00:00.5000000")]
    [InlineData("1m500ms", "00:01:00.5000000")]
    [InlineData("-2d", "-2.00:00:00")]
    [InlineData("0s", "00:00:00")]
    [InlineData("30.00:00:00", "30.00:00:00")]
    public void Durations_are_read_as_people_write_them(string text, string expected) => Assert.Equal(expected, DurationText.Parse(text)!.Value.ToString("c"));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("30")]
    [InlineData("d")]
    [InlineData("1h1d")]
    [InlineData("30 d")]
    [InlineData("999999999d")]
    [InlineData("1:x")]
    public void Other_texts_are_no_durations(string text) => Assert.Null(DurationText.Parse(text));

    [Fact]
    public void Access_keys_are_read_with_their_accounts()
    {
        IReadOnlyList<EndpointAccessKey> keys = AccessKeyText.Parse("# those of the tests\nAKIDONE:secret/+=1 AKIDTWO:s2:444455556666\r\n", "file");

        Assert.Equal(["AKIDONE", "AKIDTWO"], keys.Select(key => key.AccessKeyId));
        Assert.Equal(["secret/+=1", "s2"], keys.Select(key => key.SecretAccessKey));
        Assert.Equal([null, "444455556666"], keys.Select(key => key.AccountId));
    }

    [Theory]
    [InlineData("AKID")]
    [InlineData("AKID:")]
    [InlineData(":s3cr3t")]
    [InlineData("AKID:s3cr3t:1:2")]
    [InlineData("# nothing")]
    public void An_access_key_that_is_none_is_refused_and_not_shown(string text)
    {
        UsageException error = Assert.Throws<UsageException>(() => AccessKeyText.Parse(text, "file"));

        Assert.Contains("file", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", error.Message, StringComparison.Ordinal);
    }
}
