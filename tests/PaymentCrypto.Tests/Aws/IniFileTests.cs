using FsCheck.Xunit;
using PaymentCrypto.Aws.Profiles;

namespace PaymentCrypto.Tests.Aws;

public sealed class IniFileTests
{
    [Fact]
    public void The_dialect_of_the_aws_files_is_read()
    {
        Dictionary<string, Dictionary<string, string>> sections = IniFile.Parse(
            """
            ignored = before any section
            # comment
            ; comment
            [default]
            Region=us-east-1
            aws_secret_access_key = abc#def;ghi/+=  # comment
            empty =
            [profile   with  spaces] ; comment
            s3 =
              addressing_style = path
              # comment
              endpoint_url = http://s3.test
            region = us-west-2
              indented = after a value
            [broken
            lost = 1
            [default]
            output = json
            no equals sign
            """.Split('\n'));
        Assert.Equal(["default", "profile with spaces"], sections.Keys);
        Assert.Equal(
            [("aws_secret_access_key", "abc#def;ghi/+="), ("empty", ""), ("output", "json"), ("region", "us-east-1")],
            sections["default"].Select(pair => (pair.Key, pair.Value)).Order());
        Assert.Equal(
            [("indented", "after a value"), ("region", "us-west-2"), ("s3", ""), ("s3/addressing_style", "path"), ("s3/endpoint_url", "http://s3.test")],
            sections["profile with spaces"].Select(pair => (pair.Key, pair.Value)).Order());
    }

    [Property]
    public void No_text_upsets_it(string?[] lines) => IniFile.Parse(lines.Select(line => line ?? string.Empty));
}
