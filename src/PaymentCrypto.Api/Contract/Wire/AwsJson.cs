using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Json;

namespace PaymentCrypto.Api.Wire;

/// <summary>AWS JSON 1.0: <c>POST /</c>, its media type, and the operation in <c>X-Amz-Target</c>.</summary>
internal sealed class AwsJson : WireProtocol
{
    private static readonly Dictionary<string, string> NoLabels = [];

    internal static AwsJson Instance { get; } = new();

    /// <inheritdoc/>
    public override string MediaType => "application/x-amz-json-1.0";

    /// <inheritdoc/>
    public override WireMessage Write(ApiOperation operation, ApiRequest request)
    {
        var headers = new Dictionary<string, string> { ["Content-Type"] = MediaType, ["X-Amz-Target"] = $"{operation.Service.TargetPrefix}.{operation.Name}" };
        return new WireMessage(operation.Route.Method, operation.Route.Template, NoLabels, headers, operation.WriteRequest(request));
    }

    /// <inheritdoc/>
    public override byte[] WriteError(Service service, ServiceException error) =>
        ApiJson.Write(ServiceErrors.ToBody(error, service.ErrorNamespace), ApiJson.Context.ServiceErrorBody);

    internal static new WireMatch Match(WireHead head)
    {
        if (head.Method != Route.Root.Method)
        {
            throw new UnknownServiceException(FrontEndError.UnknownOperation, 405, "The control plane's operations are called with POST /.");
        }

        head.RequireMediaType(Instance.MediaType);
        string[] targets = [.. head.Headers("X-Amz-Target")];
        string target = targets.Length == 1 ? targets[0] : string.Empty;
        int dot = target.IndexOf('.', StringComparison.Ordinal);
        ApiOperation? operation = OperationCatalog.Find(target[(dot + 1)..]);
        return operation?.Service.TargetPrefix is { } prefix && dot >= 0 && target.AsSpan(0, dot).SequenceEqual(prefix)
            ? new WireMatch(operation, NoLabels)
            : throw FrontEndError.Create(
                FrontEndError.UnknownOperation,
                operation is { Service.TargetPrefix: null }
                    ? $"{operation.Name} is an operation of the data plane: it is called with {operation.Route.Method} {operation.Route.Template}, without "
                        + "X-Amz-Target."
                    : $"The X-Amz-Target header names no operation. It must be {Service.ControlPlane.TargetPrefix} and, behind a dot, the name of one.");
    }
}
