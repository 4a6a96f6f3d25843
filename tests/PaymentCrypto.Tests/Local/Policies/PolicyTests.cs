using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Policies;

/// <summary>Resource policies, by the considerations of the user guide: one a key, about that key, never open to the public.</summary>
public sealed class PolicyTests : IDisposable
{
    private const string Account = """{"AWS":"arn:aws:iam::444455556666:root"}""";

    private readonly TemporaryStore _store = new();
    private readonly ILocalEngine _engine;
    private readonly IPaymentCryptography _service;

    public PolicyTests()
    {
        _engine = _store.Open(options => options with { InMemory = true });
        _service = _engine.Default();
    }

    public void Dispose()
    {
        _engine.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task A_policy_is_kept_as_it_was_written_and_the_next_one_replaces_it()
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        string first = "{ \"Version\":\"2012-10-17\",\n\t\"Statement\": [" + Statement(Account) + "] }";
        PutResourcePolicyResponse put = await Put(arn, first);

        Assert.Equal((arn, first), (put.ResourceArn, put.Policy));
        Assert.Equal(first, await Get(arn));
        string second = Policy(Statement(Account, resource: $"\"{arn}\""));
        await Put(arn, second);
        Assert.Equal(second, await Get(arn));
    }

    [Fact]
    public async Task A_key_without_a_policy_has_none_to_get_and_none_to_delete()
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        await _service.Send(new DeleteResourcePolicyRequest { ResourceArn = arn });
        Assert.Equal(arn, (await Assert.ThrowsAsync<ResourceNotFoundException>(() => Get(arn))).ResourceId);

        await Put(arn, Policy(Statement(Account)));
        await _service.Send(new DeleteResourcePolicyRequest { ResourceArn = arn });
        await _service.Send(new DeleteResourcePolicyRequest { ResourceArn = arn });
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Get(arn));
    }

    [Theory]
    [InlineData("\"*\"")]
    [InlineData("{\"AWS\":\"*\"}")]
    [InlineData("{\"AWS\":[\"*\"]}")]
    [InlineData("{\"AWS\":[\"444455556666\",\"*\"]}")]
    [InlineData("{\"AWS\":\"444455556666\",\"Service\":\"*\"}")]
    [InlineData("{\"Federated\":[\"*\"]}")]
    [InlineData("{\"CanonicalUser\":\"*\"}")]
    [InlineData("{\"AWS\":\"\\u002a\"}")]
    public async Task Everybody_is_refused_in_every_form(string principal)
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        foreach (string policy in new[]
        {
            Policy(Statement(principal)),
            $$"""{"Statement":{{Statement(principal)}}}""",
            Policy(Statement(Account), Statement(principal)),
            Policy(Statement(principal, more: ""","Condition":{}""")),
            Policy(Statement(principal, more: ""","Condition":"StringEquals" """)),
            Policy(Statement(principal, more: ""","Condition":{"StringEquals":{}}""")),
            Policy(Statement(principal, more: ""","Condition":{"StringEquals":{"aws:PrincipalAccount":[]}}""")),
            Policy(Statement(principal, more: ""","Condition":{"StringEquals":{"aws:RequestedRegion":"us-east-1"}}""")),
            Policy(Statement(principal, more: ""","Condition":{"Bool":{"aws:SecureTransport":"true"}}""")),
            Policy(Statement(principal, more: ""","Condition":{"StringLike":{"aws:PrincipalArn":"*"}}""")),
            Policy(Statement(principal, more: ""","Condition":{"StringNotEquals":{"aws:PrincipalAccount":"444455556666"}}""")),
            Policy(Statement(principal, more: ""","Condition":{"StringEquals":{"aws:PrincipalAccount":["444455556666","*"]}}""")),
        })
        {
            PublicPolicyException error = await Assert.ThrowsAsync<PublicPolicyException>(() => Put(arn, policy));
            Assert.Equal(400, error.HttpStatus);
        }

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Get(arn));
    }

    [Theory]
    [InlineData("{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-a1b2c3d4e5\"}}")]
    [InlineData("{\"StringEquals\":{\"aws:RequestedRegion\":\"us-east-1\",\"aws:PrincipalAccount\":\"444455556666\"}}")]
    [InlineData("{\"Bool\":{\"aws:SecureTransport\":\"true\"},\"StringEquals\":{\"AWS:principalaccount\":[\"444455556666\"]}}")]
    public async Task Everybody_of_a_fixed_organization_or_account_is_not_the_public(string condition)
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        string policy = Policy(Statement("\"*\"", more: $",\"Condition\":{condition}"));

        await Put(arn, policy);

        Assert.Equal(policy, await Get(arn));
    }

    [Fact]
    public async Task Everybody_but_somebody_is_the_public_and_everybody_may_be_denied()
    {
        string arn = (await _service.CreateKey()).KeyArn!;

        await Assert.ThrowsAsync<PublicPolicyException>(() => Put(arn, Policy($$"""{"Effect":"Allow","NotPrincipal":{{Account}},"Action":"*","Resource":"*"}""")));
        string deny = Policy("""{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}""", Statement(Account));
        await Put(arn, deny);

        Assert.Equal(deny, await Get(arn));
    }

    [Theory]
    [InlineData("\"arn:aws:payment-cryptography:us-east-1:111122223333:key/aaaaaaaaaaaaaaaa\"")]
    [InlineData("[\"*\",\"arn:aws:payment-cryptography:us-east-1:111122223333:key/*\"]")]
    [InlineData("\"arn:aws:s3:::bucket\"")]
    [InlineData("\"\"")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("[\"*\",7]")]
    [InlineData("{\"a\":\"*\"}")]
    [InlineData(null)]
    public async Task A_policy_about_something_else_or_nothing_is_refused(string? resource)
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        string statement = resource is null
            ? $$"""{"Effect":"Allow","Principal":{{Account}},"Action":"payment-cryptography:EncryptData","NotResource":"*"}"""
            : Statement(Account, resource);

        ValidationException error = await Assert.ThrowsAsync<ValidationException>(() => Put(arn, Policy(statement)));

        Assert.Contains(arn, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"*\"")]
    [InlineData("{}")]
    [InlineData("{\"Statement\":[]}")]
    [InlineData("{\"Statement\":\"Allow\"}")]
    [InlineData("{\"Statement\":[1]}")]
    [InlineData("{\"Statement\":[[]]}")]
    [InlineData("{\"Statement\":{\"Principal\":\"444455556666\",\"Resource\":\"*\"}}")]
    [InlineData("{\"Statement\":{\"Effect\":\"allow\",\"Principal\":{\"AWS\":\"444455556666\"},\"Resource\":\"*\"}}")]
    [InlineData("{\"Statement\":{\"Effect\":\"\\ud800\",\"Principal\":{\"AWS\":\"444455556666\"},\"Resource\":\"*\"}}")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Resource\":\"*\"}}")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{},\"Resource\":\"*\"}}")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":null,\"Resource\":\"*\"}}")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":{\"x\":\"*\"}},\"Resource\":\"*\"}}")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"\\udc00\"},\"Resource\":\"*\"}}")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"444455556666\"},\"Principal\":\"*\",\"Resource\":\"*\"}}")]
    public async Task What_is_no_policy_document_is_refused(string policy)
    {
        string arn = (await _service.CreateKey()).KeyArn!;

        ServiceException error = await Assert.ThrowsAnyAsync<ServiceException>(() => Put(arn, policy));

        Assert.True(error is ValidationException or PublicPolicyException, error.ToString());
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Get(arn));
    }

    [Fact]
    public async Task Depth_length_and_characters_have_bounds()
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        string fits = Policy(Statement(Account));

        await Put(arn, fits.PadRight(20480));
        await Assert.ThrowsAsync<ValidationException>(() => Put(arn, fits.PadRight(20481)));
        await Assert.ThrowsAsync<ValidationException>(() => Put(arn, fits + "\u0100"));
        await Assert.ThrowsAsync<ValidationException>(() => Put(arn, new string('[', 10000) + new string(']', 10000)));
    }

    [Fact]
    public async Task Only_a_key_that_exists_here_can_have_a_policy()
    {
        string policy = Policy(Statement(Account));
        string foreign = (await _engine.ForScope(new AccountScope("444455556666", AccountScope.DefaultRegion)).CreateKey()).KeyArn!;
        foreach (string arn in new[] { foreign, "arn:aws:payment-cryptography:us-east-1:111122223333:key/aaaaaaaaaaaaaaaa" })
        {
            Assert.Equal(arn, (await Assert.ThrowsAsync<ResourceNotFoundException>(() => Put(arn, policy))).ResourceId);
            Assert.Equal(arn, (await Assert.ThrowsAsync<ResourceNotFoundException>(() => Get(arn))).ResourceId);
            Assert.Equal(arn,
                (await Assert.ThrowsAsync<ResourceNotFoundException>(() => _service.Send(new DeleteResourcePolicyRequest { ResourceArn = arn }))).ResourceId);
        }

        string doomed = (await _service.CreateKey()).KeyArn!;
        await _service.Send(new DeleteKeyRequest { KeyIdentifier = doomed, DeleteKeyInDays = 3 });
        await Put(doomed, policy);
        _store.Clock.Advance(TimeSpan.FromDays(3));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Get(doomed));
        await Assert.ThrowsAsync<ValidationException>(() => Put(doomed, policy));
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":[],"Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"*","Resource":"*","\u0041ction":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::*:root"},"Action":"*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::44445555666?:root"},"Action":"*","Resource":"*"}""")]
    public async Task A_statement_that_readers_understand_differently_or_that_IAM_refuses_is_refused(string statement)
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        await Assert.ThrowsAsync<ValidationException>(() => Put(arn, Policy(statement)));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Get(arn));
    }

    /// <summary>Statements in which one part alone is wrong.</summary>
    [Theory]
    [InlineData("Principal", """{"Effect":"Deny","Principal":{},"Action":"*","Resource":"*"}""")]
    [InlineData("Principal", """{"Effect":"Deny","Principal":{"AWS":[]},"Action":"*","Resource":"*"}""")]
    [InlineData("Principal", """{"Effect":"Deny","Principal":{"AWS":7},"Action":"*","Resource":"*"}""")]
    [InlineData("Principal", """{"Effect":"Deny","Principal":"444455556666","Action":"*","Resource":"*"}""")]
    [InlineData("Principal", """{"Effect":"Deny","Action":"*","Resource":"*"}""")]
    [InlineData("principal \"\"", """{"Effect":"Deny","Principal":{"AWS":""},"Action":"*","Resource":"*"}""")]
    [InlineData("444455556666*", """{"Effect":"Deny","NotPrincipal":{"AWS":"444455556666*"},"Action":"*","Resource":"*"}""")]
    [InlineData("NotPrincipal", """{"Effect":"Deny","Principal":"*","NotPrincipal":{"AWS":"444455556666"},"Action":"*","Resource":"*"}""")]
    [InlineData("Action", """{"Effect":"Deny","Principal":"*","Action":"EncryptData","Resource":"*"}""")]
    [InlineData("Action", """{"Effect":"Deny","Principal":"*","Action":"payment-cryptography:","Resource":"*"}""")]
    [InlineData("Action", """{"Effect":"Deny","Principal":"*","Action":[":EncryptData"],"Resource":"*"}""")]
    [InlineData("Action", """{"Effect":"Deny","Principal":"*","Action":["*","payment-cryptography:Encrypt:Data"],"Resource":"*"}""")]
    [InlineData("Action", """{"Effect":"Deny","Principal":"*","Action":7,"Resource":"*"}""")]
    [InlineData("Action", """{"Effect":"Deny","Principal":"*","NotAction":[],"Resource":"*"}""")]
    [InlineData("Action", """{"Effect":"Deny","Principal":"*","Action":"*","NotAction":"*","Resource":"*"}""")]
    [InlineData("Effect", """{"Effect":["Deny","Allow"],"Principal":"*","Action":"*","Resource":"*"}""")]
    public async Task A_statement_that_is_wrong_in_one_part_is_refused_for_it(string part, string statement)
    {
        string arn = (await _service.CreateKey()).KeyArn!;

        ValidationException refusal = await Assert.ThrowsAsync<ValidationException>(() => Put(arn, Policy(statement)));

        Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Get(arn));
    }

    [Theory]
    [InlineData("""{"Effect":"Deny","NotPrincipal":{"AWS":"444455556666"},"NotAction":"payment-cryptography:EncryptData","Resource":["*"]}""")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":["444455556666"],"Service":"a.amazonaws.com"},"Action":["*","a:b"],"Resource":"*"}""")]
    public async Task The_less_usual_forms_of_a_statement_are_taken(string statement)
    {
        string arn = (await _service.CreateKey()).KeyArn!;

        await Put(arn, Policy(statement));

        Assert.Equal(Policy(statement), await Get(arn));
    }

    private static string Policy(params string[] statements) => $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";

    private static string Statement(string principal, string resource = "\"*\"", string more = "") =>
        $$"""{"Effect":"Allow","Principal":{{principal}},"Action":"payment-cryptography:EncryptData","Resource":{{resource}}{{more}}}""";

    private Task<PutResourcePolicyResponse> Put(string arn, string policy) =>
        _service.Send(new PutResourcePolicyRequest { ResourceArn = arn, Policy = policy });

    private async Task<string?> Get(string arn) => (await _service.Send(new GetResourcePolicyRequest { ResourceArn = arn })).Policy;
}
