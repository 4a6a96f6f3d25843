using PaymentCrypto.Api;

namespace PaymentCrypto.Endpoint.SigV4;

/// <summary>The parts of an <c>Authorization</c> header of AWS Signature Version 4.</summary>
internal sealed record AuthorizationHeader
{
    /// <summary>The one algorithm that is taken.</summary>
    internal const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The last part of every credential scope.</summary>
    internal const string ScopeEnd = "aws4_request";

    /// <summary>The access key id.</summary>
    internal required string AccessKeyId { get; init; }

    /// <summary>The date of the credential scope, <c>yyyyMMdd</c>.</summary>
    internal required string Date { get; init; }

    /// <summary>The region of the credential scope.</summary>
    internal required string Region { get; init; }

    /// <summary>The service of the credential scope.</summary>
    internal required string Service { get; init; }

    /// <summary>The names of the signed headers, as listed.</summary>
    internal required IReadOnlyList<string> SignedHeaders { get; init; }

    /// <summary>The signature, hex.</summary>
    internal required string Signature { get; init; }

    /// <summary>The credential scope.</summary>
    internal string Scope => $"{Date}/{Region}/{Service}/{ScopeEnd}";

    /// <summary>Takes a header apart.</summary>
    /// <param name="value">The header's value.</param>
    /// <exception cref="UnknownServiceException">IncompleteSignatureException: another algorithm, or a part is missing or malformed.</exception>
    internal static AuthorizationHeader Parse(string value)
    {
        string[] halves = value.Split(' ', 2);
        if (halves[0] != Algorithm || halves.Length != 2)
        {
            throw Incomplete($"The Authorization header is not of {Algorithm}, the only algorithm that is taken.");
        }

        // Parts are separated by a comma, with or without white space around it.
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string part in halves[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !parts.TryAdd(part[..equals], part[(equals + 1)..]))
            {
                throw Incomplete("The Authorization header has a part that is not NAME=VALUE, or has one twice.");
            }
        }

        string[] credential = Required(parts, "Credential").Split('/');
        if (credential.Length != 5 || credential[4] != ScopeEnd || Array.Exists(credential, string.IsNullOrEmpty))
        {
            throw Incomplete($"Credential in the Authorization header is not KEY/DATE/REGION/SERVICE/{ScopeEnd}.");
        }

        return new AuthorizationHeader
        {
            AccessKeyId = credential[0],
            Date = credential[1],
            Region = credential[2],
            Service = credential[3],
            SignedHeaders = Required(parts, "SignedHeaders").Split(';'),
            Signature = Required(parts, "Signature"),
        };
    }

    private static string Required(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out string? value) && value.Length > 0 ? value : throw Incomplete($"Authorization header requires '{name}' parameter.");

    private static UnknownServiceException Incomplete(string message) => FrontEndError.Create(FrontEndError.IncompleteSignature, message);
}
