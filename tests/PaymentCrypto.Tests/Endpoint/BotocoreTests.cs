using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint;
using PaymentCrypto.Tests.Local;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>botocore against a running endpoint. Its clock is the real one, so the endpoint's is too.</summary>
public sealed class BotocoreTests
{
    private const string Prologue =
        """
        import botocore.session, botocore.config, botocore.exceptions
        session = botocore.session.get_session()
        def client(attempts=1, **more):
            return session.create_client('payment-cryptography', config=botocore.config.Config(retries={'mode': 'standard', 'total_max_attempts': attempts}), **more)
        def error(call, **members):
            try:
                call(**members)
                return 'no error'
            except botocore.exceptions.ClientError as e:
                return f"{type(e).__name__} {e.response['ResponseMetadata']['HTTPStatusCode']} {len(e.response['ResponseMetadata']['RequestId'])}"
            except botocore.exceptions.HTTPClientError as e:
                return type(e).__name__

        """;

    [Fact]
    public async Task An_unsigned_endpoint_needs_nothing_but_its_environment_variables()
    {
        using IEndpoint endpoint = new EndpointFactory().Start(new EndpointOptions(), new FakeProvider().ForScope);
        string output = await PythonClient.Run(
            Prologue + """
            c = client()
            print(c.get_alias(AliasName='alias/a')['Alias']['KeyArn'])
            print(c.delete_alias(AliasName='alias/a')['ResponseMetadata']['HTTPStatusCode'])
            print(error(c.get_key, KeyIdentifier='alias/missing'))
            print(error(c.get_alias, AliasName='wrong/name'))
            """,
            endpoint.EnvironmentVariables);
        Assert.Equal("111122223333/us-east-1\n200\nResourceNotFoundException 404 36\nValidationException 400 36", output);
    }

    [Fact]
    public async Task A_signed_endpoint_lets_in_the_right_key_for_any_region_and_refuses_others_with_the_codes_of_aws()
    {
        EndpointAccessKey key =
            new() { AccessKeyId = "AKIDEXAMPLE", SecretAccessKey = "the/secret+key", AccountId = "444455556666", SessionToken = "token//with==signs" };
        using IEndpoint endpoint = new EndpointFactory().Start(new EndpointOptions { AccessKeys = [key] }, new FakeProvider().ForScope);
        var variables = new Dictionary<string, string>(endpoint.EnvironmentVariables)
        {
            ["AWS_SECRET_ACCESS_KEY"] = key.SecretAccessKey,
            ["AWS_SESSION_TOKEN"] = key.SessionToken,
        };
        string output = await PythonClient.Run(
            Prologue + """
            print(client(region_name='ap-southeast-2').get_alias(AliasName='alias/a')['Alias']['KeyArn'])
            def refused(key, secret, token):
                try:
                    client(aws_access_key_id=key, aws_secret_access_key=secret, aws_session_token=token).get_alias(AliasName='alias/a')
                except botocore.exceptions.ClientError as e:
                    print(e.response['Error']['Code'], e.response['ResponseMetadata']['HTTPStatusCode'], 'the/secret' in str(e))
            refused('AKIDEXAMPLE', 'the/secret+kez', 'token//with==signs')
            refused('AKIDOTHER', 'the/secret+key', 'token//with==signs')
            refused('AKIDEXAMPLE', 'the/secret+key', 'token')
            """,
            variables);
        Assert.Equal(
            "444455556666/ap-southeast-2\nInvalidSignatureException 403 False\nUnrecognizedClientException 403 False\nUnrecognizedClientException 403 False",
            output);
    }

    [Fact]
    public async Task Rehearsed_faults_are_what_retries_are_made_for()
    {
        var provider = new FakeProvider();
        using IEndpoint endpoint = new EndpointFactory().Start(new EndpointOptions(), provider.ForScope);
        endpoint.AddFault(new EndpointFault { Operation = "GetAlias", Kind = EndpointFaultKind.Throttling, Calls = 2 });
        endpoint.AddFault(new EndpointFault { Operation = "GetKey", Kind = EndpointFaultKind.DropConnection, Calls = 2 });
        endpoint.AddFault(new EndpointFault { Operation = "DeleteAlias", Kind = EndpointFaultKind.InternalServer });
        string output = await PythonClient.Run(
            Prologue + """
            print(error(client().get_alias, AliasName='alias/a'))
            print(client(2).get_alias(AliasName='alias/a')['ResponseMetadata']['RetryAttempts'])
            print(error(client().get_key, KeyIdentifier='alias/a'))
            print(error(client(2).get_key, KeyIdentifier='alias/a'))
            print(error(client().delete_alias, AliasName='alias/a'))
            """,
            endpoint.EnvironmentVariables);
        Assert.Equal("ThrottlingException 429 36\n1\nConnectionClosedError\nResourceNotFoundException 404 36\nInternalServerException 500 36", output);
        Assert.Equal(2, provider.Calls);
        Assert.Empty(endpoint.GetFaults());
    }

    [Fact]
    public async Task The_local_engine_answers_with_what_botocore_can_read()
    {
        using var store = new TemporaryStore();
        using ILocalEngine engine = store.Open(options => options with { InMemory = true, TimeProvider = TimeProvider.System });
        using IEndpoint endpoint = new EndpointFactory().Start(new EndpointOptions(), engine.ForScope);
        string output = await PythonClient.Run(
            Prologue + """
            import datetime
            c = client()
            p = c.get_parameters_for_import(KeyMaterialType='TR34_KEY_BLOCK', WrappingKeyAlgorithm='RSA_2048')
            print(p['ImportToken'].startswith('import-token-'), p['WrappingKeyAlgorithm'])
            left = p['ParametersValidUntilTimestamp'] - datetime.datetime.now(datetime.timezone.utc)
            print(round(left.total_seconds() / 86400))
            """,
            endpoint.EnvironmentVariables);
        Assert.Equal("True RSA_2048\n30", output);
    }
}
