using System.Management.Automation;
using System.Text.Json;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Keys;

public sealed class KeyPolicyTests
{
    private const string Policy =
        """
        $key = New-PcKey P0 AES_128 -Alias alias/pin
        $json = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:root"},"Action":["payment-cryptography:GetKey"],"Resource":"*"}]}'
        """;

    [Theory]
    [InlineData("Set-PcKeyPolicy $key $json -Force")]
    [InlineData("Set-PcKeyPolicy alias/pin -Policy @('{\"Version\":\"2012-10-17\",\"Statement\":[', $json.Substring($json.IndexOf('[') + 1)) -Force")]
    [InlineData(
        """
        $key | Set-PcKeyPolicy -Confirm:$false -Policy @{
            Version = '2012-10-17'
            Statement = @([pscustomobject]@{ Effect = 'Allow'; Principal = @{ AWS = 'arn:aws:iam::444455556666:root' }; Action = @('payment-cryptography:GetKey'); Resource = '*' })
        }
        """)]
    public void A_policy_is_text_lines_or_a_hashtable(string script)
    {
        using ModuleSession session = KeySession.New();
        session.Run(Policy).Succeed();

        session.Run(script).Succeed();

        PSObject policy = session.Run("Get-PcKeyPolicy alias/pin").Single();
        Assert.Equal("PaymentCrypto.KeyPolicy", policy.TypeNames[0]);
        Assert.Equal(session.Run("$key.KeyArn").Text(), policy.Value("KeyArn"));
        JsonElement statement = JsonDocument.Parse((string)policy.Value("Policy")!).RootElement.GetProperty("Statement")[0];
        Assert.Equal("arn:aws:iam::444455556666:root", statement.GetProperty("Principal").GetProperty("AWS").GetString());
        Assert.Equal("payment-cryptography:GetKey", Assert.Single(statement.GetProperty("Action").EnumerateArray()).GetString());
    }

    [Fact]
    public void A_policy_is_removed_and_then_there_is_none()
    {
        using ModuleSession session = KeySession.New();
        session.Run(Policy + "; Set-PcKeyPolicy $key $json -Force").Succeed();

        session.Run("Remove-PcKeyPolicy $key -Force").Succeed();

        Expect.Error(session.Run("Get-PcKeyPolicy alias/pin").Error(), "PcResourceNotFound", ErrorCategory.ObjectNotFound, "alias/pin");
    }

    [Theory]
    [InlineData("""$json.Replace('{"AWS":"arn:aws:iam::444455556666:root"}', '"*"')""", "PcPublicPolicy")]
    [InlineData("$json.Replace('\"Resource\":\"*\"', '\"Resource\":\"arn:aws:payment-cryptography:us-east-1:111122223333:key/abcdefghij234567\"')",
        "PcValidation")]
    [InlineData("'this is no JSON'", "PcValidation")]
    [InlineData("[string][char]0x20AC", "PcMemberInvalid")]
    public void A_policy_that_the_service_does_not_take_is_refused_and_the_old_one_stays(string policy, string id)
    {
        using ModuleSession session = KeySession.New();
        session.Run(Policy + "; Set-PcKeyPolicy $key $json -Force").Succeed();

        ErrorRecord error = session.Run($"Set-PcKeyPolicy alias/pin ({policy}) -Force").Error();

        Expect.Error(error, id, ErrorCategory.InvalidArgument, "alias/pin");
        Assert.Contains("444455556666", session.Run("(Get-PcKeyPolicy $key).Policy").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_is_asked_about_and_WhatIf_writes_nothing()
    {
        using ModuleSession session = KeySession.New();
        session.Run(Policy).Succeed();

        session.Run("Set-PcKeyPolicy $key $json -Force -WhatIf").Succeed();
        Outcome asked = session.Run("Set-PcKeyPolicy $key $json");

        Assert.NotNull(asked.Terminating ?? Assert.Single(asked.Errors));
        Expect.Error(session.Run("Get-PcKeyPolicy alias/pin").Error(), "PcResourceNotFound", ErrorCategory.ObjectNotFound, "alias/pin");
    }

    [Fact]
    public void A_policy_of_something_else_is_refused()
    {
        using ModuleSession session = KeySession.New();
        session.Run(Policy).Succeed();

        ErrorRecord error = session.Caught("Set-PcKeyPolicy $key @{ Version = [guid]::Empty } -Force");

        Assert.Contains("Guid", error.ToString(), StringComparison.Ordinal);
    }
}
