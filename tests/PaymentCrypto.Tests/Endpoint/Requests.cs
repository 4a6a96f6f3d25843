using System.Text;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>Requests of the protocol, to be spoilt by a test.</summary>
internal static class Requests
{
    public const string GetAliasBody = """{"AliasName":"alias/a"}""";

    public static HttpRequest Post(string operation, string body, params (string Name, string? Value)[] headers)
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Host"] = "127.0.0.1:4566",
            ["Content-Type"] = "application/x-amz-json-1.0",
            ["X-Amz-Target"] = "PaymentCryptographyControlPlane." + operation,
        };
        foreach ((string name, string? value) in headers)
        {
            all[name] = value;
        }

        return Make("POST", "/", body, [.. all.Where(header => header.Value is not null).Select(header => (header.Key, header.Value!))]);
    }

    public static HttpRequest Make(string method, string target, string body, params (string Name, string Value)[] headers)
    {
        var fields = new HttpHeaders();
        foreach ((string name, string value) in headers)
        {
            fields.Add(name, value);
        }

        return new HttpRequest { Method = method, Target = target, Headers = fields, Body = Encoding.UTF8.GetBytes(body) };
    }

    /// <summary>The same request with one header altered, added or, with null, taken away.</summary>
    public static HttpRequest With(this HttpRequest request, string name, string? value)
    {
        var fields = new HttpHeaders();
        foreach ((string field, string old) in request.Headers.Fields.Where(field => !field.Key.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            fields.Add(field, old);
        }

        if (value is not null)
        {
            fields.Add(name, value);
        }

        return new HttpRequest { Method = request.Method, Target = request.Target, Headers = fields, Body = request.Body };
    }

    public static string Text(this HttpResponse response) => Encoding.UTF8.GetString(response.Body.Span);
}
