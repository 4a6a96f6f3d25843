using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Aws;

/// <summary>A role that demands a one-time code, with STS played on loopback.</summary>
public sealed class OneTimeCodeTests : IDisposable
{
    private const string Device = "arn:aws:iam::111122223333:mfa/me";
    private const string Profile = "[mfa]\nrole_arn = arn:aws:iam::111122223333:role/r\nsource_profile = base\nmfa_serial = "
        + $"{Device}\n[base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = s\n";

    private readonly SharedStore _store;
    private readonly TemporaryDirectory _home = new();
    private readonly string _file;

    public OneTimeCodeTests(SharedStore store)
    {
        _store = store;
        _file = _home.Combine("credentials");
        File.WriteAllText(_file, Profile);
    }

    [Fact]
    public void The_user_is_asked_once_and_the_role_is_used_from_then_on()
    {
        using var pair = new EndpointSession(_store.Path, "-AccessKey AKIDEXAMPLE -SecretKey right -SessionToken session");
        using var sts = new TokenService("123456");
        pair.Client.Set("file", _file);
        pair.Client.Answers.Enqueue("123456");

        pair.Client.Run(
            "Set-PcProvider Aws -ProfileName mfa -ProfileLocation $file -EndpointUrl $url -Region us-east-1; "
            + "Get-PcImportParameters -ReuseLastGeneratedToken; Get-PcImportParameters -ReuseLastGeneratedToken").Succeed();

        Assert.Contains(Device, pair.Client.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("123456", pair.Client.Screen, StringComparison.Ordinal);
        Assert.Equal(1, sts.Calls);
    }

    [Fact]
    public void A_wrong_code_is_told_in_the_words_of_the_service_and_the_user_may_try_again()
    {
        using var pair = new EndpointSession(_store.Path, "-AccessKey AKIDEXAMPLE -SecretKey right -SessionToken session");
        using var sts = new TokenService("123456");
        pair.Client.Set("file", _file);
        pair.Client.Answers.Enqueue("000000");
        pair.Client.Run("Set-PcProvider Aws -ProfileName mfa -ProfileLocation $file -EndpointUrl $url -Region us-east-1").Succeed();

        ErrorRecord error = pair.Client.Caught("Get-PcImportParameters");

        Assert.Equal("PcAwsCredentialsUnusable", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("one time pass code", error.ToString(), StringComparison.Ordinal);
        pair.Client.Answers.Enqueue("123456");
        pair.Client.Run("Get-PcImportParameters -ReuseLastGeneratedToken").Single();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Without_an_answer_the_command_ends_and_says_what_to_do(string? answer)
    {
        using var session = new ModuleSession();
        session.Set("file", _file);
        if (answer is not null)
        {
            session.Answers.Enqueue(answer);
        }

        ErrorRecord error =
            session.Caught("Set-PcProvider Aws -ProfileName mfa -ProfileLocation $file -EndpointUrl http://127.0.0.1:9 -Region us-east-1; Get-PcKey");

        Assert.Equal(("PcAwsMfaRequired", ErrorCategory.AuthenticationError), (error.FullyQualifiedErrorId.Split(',')[0], error.CategoryInfo.Category));
        Assert.Contains(Device, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("export-credentials", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_runbook_is_refused_and_does_not_wait()
    {
        ShellResult result = await ShellProcess.Run(
            _store.Path,
            null,
            "-Command",
            $"Set-PcProvider Aws -ProfileName mfa -ProfileLocation '{_file}' -EndpointUrl http://127.0.0.1:9 -Region us-east-1; Get-PcKey");

        Assert.Equal((1, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains("one-time code", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();
}
