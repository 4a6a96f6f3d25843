using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>The data plane: REST-JSON on the port of the control plane.</summary>
public sealed class RestJsonTests
{
    private const string Body = """{"KeyIdentifier":"alias/other","MessageData":"00","Mac":"00000000","VerificationAttributes":{"Algorithm":"CMAC"}}""";

    [Theory]
    [InlineData("POST", "/keys/alias%2Fa/encrypt", "application/x-amz-json-1.0", 415)]
    [InlineData("GET", "/keys/alias%2Fa/encrypt", "application/json", 405)]
    [InlineData("POST", "/keys/alias/a/encrypt", "application/json", 404)]
    [InlineData("POST", "/keys//encrypt", "application/json", 404)]
    [InlineData("POST", "/Mac/verify", "application/json", 404)]
    [InlineData("POST", "/mac/verify/", "application/json", 404)]
    [InlineData("POST", "/keys/alias%2/encrypt", "application/json", 400)]
    [InlineData("POST", "/keys/alias%ff/encrypt", "application/json", 400)]
    public async Task What_is_not_as_the_protocol_has_it_is_refused(string method, string path, string mediaType, int status)
    {
        var harness = new HandlerHarness();
        HttpResponse response = await harness.Send(Requests.Make(method, path, Body, ("Host", "127.0.0.1:1"), ("Content-Type", mediaType)));
        Assert.Equal(status, response.Status);
        Assert.NotNull(response.Headers.Get("x-amzn-ErrorType"));
        Assert.Equal(0, harness.Provider.Calls);
    }

    [Fact]
    public async Task A_failed_verification_has_its_reason_in_the_body_and_its_code_in_the_header()
    {
        var provider =
            new FakeProvider { Answer = (_, _) => throw new VerificationFailedException(VerificationFailedReason.InvalidMac, "Mac verification failed.") };
        HttpResponse response =
            await new HandlerHarness(provider).Send(Requests.Make("POST", "/mac/verify", Body, ("Host", "127.0.0.1:1"), ("Content-Type", "application/json")));
        Assert.Equal((400, "VerificationFailedException", "application/json"),
            (response.Status, response.Headers.Get("x-amzn-ErrorType"), response.Headers.Get("Content-Type")));
        Assert.Equal("""{"Message":"Mac verification failed.","Reason":"INVALID_MAC"}""", response.Text());
    }

    [Fact]
    public async Task Boto3_reaches_the_key_of_the_path_signed_and_reads_the_errors()
    {
        EndpointAccessKey key = new() { AccessKeyId = "AKIDEXAMPLE", SecretAccessKey = "the/secret+key", AccountId = "444455556666" };
        ApiRequest? heard = null;
        var provider = new FakeProvider
        {
            Answer = (request, _) => (heard = request) switch
            {
                EncryptDataRequest encrypt =>
                    Task.FromResult<ApiResponse?>(new EncryptDataResponse { KeyArn = encrypt.KeyIdentifier, CipherText = encrypt.PlainText }),
                VerifyMacRequest => throw new VerificationFailedException(VerificationFailedReason.InvalidMac, "Mac verification failed."),
                _ => Task.FromResult<ApiResponse?>(null),
            },
        };
        using IEndpoint endpoint = new EndpointFactory().Start(new EndpointOptions { AccessKeys = [key] }, provider.ForScope);
        var variables = new Dictionary<string, string>(endpoint.EnvironmentVariables) { ["AWS_SECRET_ACCESS_KEY"] = key.SecretAccessKey };
        string output = await PythonClient.Run(
            """
            import botocore.session, botocore.exceptions
            c = botocore.session.get_session().create_client('payment-cryptography-data')
            for k in ['alias/a/b-c_d', 'arn:aws:payment-cryptography:us-east-1:111122223333:key/kwapwa6qaifllw2h']:
                print(c.encrypt_data(KeyIdentifier=k, PlainText='00ff', EncryptionAttributes={'Symmetric': {'Mode': 'CBC'}})['KeyArn'])
            def error(call, **members):
                try: call(**members)
                except botocore.exceptions.ClientError as e:
                    print(type(e).__name__, e.response.get('Reason'), [f['path'] for f in e.response.get('fieldList', [])])
            error(c.verify_mac, KeyIdentifier='alias/a', MessageData='00', Mac='00000000', VerificationAttributes={'Algorithm': 'CMAC'})
            error(c.verify_mac, KeyIdentifier='alias/a', MessageData='0x', Mac='00000000', VerificationAttributes={'Algorithm': 'CMAC'})
            error(c.decrypt_data, KeyIdentifier='alias/a', CipherText='00', DecryptionAttributes={'Symmetric': {'Mode': 'CBC'}})
            """,
            variables);
        Assert.Equal(
            "alias/a/b-c_d\narn:aws:payment-cryptography:us-east-1:111122223333:key/kwapwa6qaifllw2h\n"
            + "VerificationFailedException INVALID_MAC []\nValidationException None ['messageData']\nResourceNotFoundException None []",
            output);
        Assert.IsType<DecryptDataRequest>(heard);
        Assert.All(endpoint.TakeLog(), entry => Assert.NotNull(entry.Operation));
    }
}
