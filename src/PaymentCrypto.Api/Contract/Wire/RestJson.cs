using System.Text;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Json;

namespace PaymentCrypto.Api.Wire;

/// <summary>REST-JSON: method and path name the operation and may hold members of the request; the others are the body.</summary>
internal sealed class RestJson : WireProtocol
{
    private static readonly ApiOperation[] Operations = [.. OperationCatalog.All.Where(operation => operation.Service.Protocol == ServiceProtocol.RestJson)];

    // Most of them are found by their path as it stands.
    private static readonly Dictionary<string, ApiOperation> WithoutLabels = Operations
        .Where(operation => operation.Route.Segments.All(segment => Route.LabelOf(segment) is null))
        .ToDictionary(operation => operation.Route.Template, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> NoLabels = [];

    // Strict: two readings of one path could be two keys.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static RestJson Instance { get; } = new();

    /// <inheritdoc/>
    public override string MediaType => "application/json";

    /// <inheritdoc/>
    public override WireMessage Write(ApiOperation operation, ApiRequest request)
    {
        var labels = new Dictionary<string, string>();
        ApiRequest body = request with { };
        foreach (string name in operation.Route.Segments.Select(Route.LabelOf).OfType<string>())
        {
            var label = PathLabel.Of(operation, name);
            labels.Add(name, label.Get(request));
            label.Set(body, null);
        }

        var headers = new Dictionary<string, string> { ["Content-Type"] = MediaType };
        return new WireMessage(operation.Route.Method, operation.Route.Template, labels, headers, operation.WriteRequest(body));
    }

    /// <inheritdoc/>
    public override byte[] WriteError(Service service, ServiceException error)
    {
        // The code is in the header alone, and this service writes the message of a ValidationException in lower case.
        ServiceErrorBody body = ServiceErrors.ToBody(error, service.ErrorNamespace) with { Type = null };
        if (error is ValidationException invalid)
        {
            body = body with { Message = null, FrontEndMessage = error.Message, FieldList = invalid.FieldList.Count > 0 ? invalid.FieldList : null };
        }

        return ApiJson.Write(body, ApiJson.Context.ServiceErrorBody);
    }

    internal static new WireMatch Match(WireHead head)
    {
        if (WithoutLabels.TryGetValue(head.Path, out ApiOperation? there) && there.Route.Method == head.Method)
        {
            head.RequireMediaType(Instance.MediaType);
            return new WireMatch(there, NoLabels);
        }

        string[] segments = head.Path.Split('/')[1..];
        ApiOperation[] found = Array.FindAll(Operations, operation => Fits(operation.Route, segments));
        if (found.Length == 0)
        {
            throw new UnknownServiceException(
                FrontEndError.UnknownOperation,
                404,
                "There is nothing at this path. The control plane is at POST /; in a path of the data plane, a key identifier is one segment, its '/' and "
                    + "':' percent-encoded.");
        }

        ApiOperation operation = Array.Find(found, operation => operation.Route.Method == head.Method)
            ?? throw new UnknownServiceException(FrontEndError.UnknownOperation, 405, $"{found[0].Name} is called with {found[0].Route.Method}.");
        head.RequireMediaType(Instance.MediaType);
        var labels = new Dictionary<string, string>();
        for (int index = 0; index < segments.Length; index++)
        {
            if (Route.LabelOf(operation.Route.Segments[index]) is { } name)
            {
                labels.Add(name, Decode(segments[index], name));
            }
        }

        return new WireMatch(operation, labels);
    }

    private static bool Fits(Route route, string[] segments)
    {
        if (route.Segments.Count != segments.Length)
        {
            return false;
        }

        for (int index = 0; index < segments.Length; index++)
        {
            bool fits = Route.LabelOf(route.Segments[index]) is null ? route.Segments[index] == segments[index] : segments[index].Length > 0;
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static string Decode(string segment, string name)
    {
        var bytes = new List<byte>(segment.Length);
        for (int index = 0; index < segment.Length; index++)
        {
            if (segment[index] != '%')
            {
                bytes.Add((byte)segment[index]);
                continue;
            }

            if (index + 2 >= segment.Length || !char.IsAsciiHexDigit(segment[index + 1]) || !char.IsAsciiHexDigit(segment[index + 2]))
            {
                throw NotEncoded(name);
            }

            bytes.Add(Convert.FromHexString(segment.AsSpan(index + 1, 2))[0]);
            index += 2;
        }

        try
        {
            return Utf8.GetString(bytes.ToArray());
        }
        catch (DecoderFallbackException)
        {
            throw NotEncoded(name);
        }
    }

    private static UnknownServiceException NotEncoded(string name) =>
        FrontEndError.Create(FrontEndError.Serialization, $"{name} in the path is not percent-encoded UTF-8.");
}
