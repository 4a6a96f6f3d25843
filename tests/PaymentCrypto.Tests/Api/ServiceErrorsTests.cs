using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Json;

namespace PaymentCrypto.Tests.Api;

public sealed class ServiceErrorsTests
{
    [Theory]
    [InlineData("ValidationException", 400)]
    [InlineData("PublicPolicyException", 400)]
    [InlineData("ServiceQuotaExceededException", 402)]
    [InlineData("AccessDeniedException", 403)]
    [InlineData("ConflictException", 409)]
    [InlineData("ThrottlingException", 429)]
    [InlineData("InternalServerException", 500)]
    [InlineData("ServiceUnavailableException", 503)]
    public void An_error_of_the_model_has_its_status_and_its_body(string code, int status)
    {
        ServiceException error = ServiceErrors.Create(code, 0, "m", requestId: "r");
        Assert.Equal((code, status, "m", "r"), (error.Code, error.HttpStatus, error.Message, error.RequestId));
        Assert.Equal($$"""{"__type":"com.amazonaws.paymentcryptography#{{code}}","Message":"m"}""", Body(error));
    }

    [Fact]
    public void Not_found_has_a_resource_id_and_no_message_on_the_wire()
    {
        var error = (ResourceNotFoundException)ServiceErrors.Create("ResourceNotFoundException", 404, null, "alias/a");
        Assert.Equal("alias/a", error.ResourceId);
        Assert.Contains("alias/a", error.Message, StringComparison.Ordinal);
        Assert.Equal("""{"__type":"com.amazonaws.paymentcryptography#ResourceNotFoundException","ResourceId":"alias/a"}""", Body(error));
    }

    [Fact]
    public void A_failed_verification_has_its_reason_on_the_wire()
    {
        const string body = """{"__type":"com.amazonaws.paymentcryptography#VerificationFailedException","Message":"m","Reason":"INVALID_PIN"}""";
        var error = (VerificationFailedException)ServiceErrors.FromBody(ApiJson.Read(Encoding.UTF8.GetBytes(body), ApiJson.Context.ServiceErrorBody), 400);
        Assert.Equal((VerificationFailedReason.InvalidPin, 400, ErrorKind.VerificationFailed), (error.Reason, error.HttpStatus, error.Kind));
        Assert.Equal(body, Body(error));
    }

    [Theory]
    [InlineData("""{"__type":"com.amazonaws.paymentcryptography#ConflictException","Message":"m"}""", "ConflictException", "m")]
    [InlineData("""{"__type":"ConflictException","message":"m"}""", "ConflictException", "m")]
    [InlineData("""{"__type":"com.amazon.coral.service#UnrecognizedClientException","message":"m"}""", "UnrecognizedClientException", "m")]
    [InlineData("""{"__type":"ConflictException:http://internal.amazon.com/x/"}""", "ConflictException", "The service answered ConflictException without a message.")]
    public void A_body_becomes_the_exception_of_its_code(string json, string code, string message)
    {
        ServiceException error = ServiceErrors.FromBody(ApiJson.Read(Encoding.UTF8.GetBytes(json), ApiJson.Context.ServiceErrorBody), 409);
        Assert.Equal((code, message), (error.Code, error.Message));
    }

    [Fact]
    public void Every_error_code_of_the_contract_has_its_own_exception_type() =>
        Assert.All(
            OperationCatalog.All.SelectMany(operation => operation.Errors).Distinct(),
            code => Assert.Equal(code, ServiceErrors.Create(code, 400, "m").GetType().Name));

    [Fact]
    public void A_code_of_the_front_end_keeps_code_status_and_lower_case_message()
    {
        UnknownServiceException error = FrontEndError.Create(FrontEndError.InvalidSignature, "m");
        Assert.Equal(403, error.HttpStatus);
        Assert.Equal("""{"__type":"com.amazon.coral.service#InvalidSignatureException","message":"m"}""", Body(error));
    }

    private static string Body(ServiceException error) =>
        Encoding.UTF8.GetString(ApiJson.Write(ServiceErrors.ToBody(error, Service.ControlPlane.ErrorNamespace), ApiJson.Context.ServiceErrorBody));
}
