using PaymentCrypto.Api;

namespace PaymentCrypto.Endpoint.SigV4;

/// <summary>The parts of an <c>Authorization</c> header of AWS Signature Version 4.</summary>
internal sealed record AuthorizationHeader
{
    /// <summary>The one algorithm that is taken.</summary>
    internal const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The last part of every credential scope.</summary>
    internal const string ScopeEnd = "aws4_request";

    private const string Credential = nameof(Credential);
    private const string Headers = nameof(SignedHeaders);
    private const string Proof = nameof(Signature);

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

    /// <summary>The credential scope: date, region, service and <see cref="ScopeEnd"/>.</summary>
    internal required string Scope { get; init; }

    /// <summary>Takes a header apart.</summary>
    /// <param name="value">The header's value.</param>
    /// <exception cref="UnknownServiceException">IncompleteSignatureException: another algorithm, or a part is missing or malformed.</exception>
    internal static AuthorizationHeader Parse(string value)
    {
        if (!value.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            throw Incomplete($"The Authorization header is not of {Algorithm}, the only algorithm that is taken.");
        }

        // Parts are separated by a comma, with or without white space around it.
        string? credential = null;
        string? headers = null;
        string? proof = null;
        for (ReadOnlySpan<char> rest = value.AsSpan(Algorithm.Length + 1); !rest.IsEmpty;)
        {
            int comma = rest.IndexOf(',');
            ReadOnlySpan<char> part = (comma < 0 ? rest : rest[..comma]).Trim();
            rest = comma < 0 ? default : rest[(comma + 1)..];
            if (part.StartsWith(Credential + "="))
            {
                Set(ref credential, part[(Credential.Length + 1)..]);
            }
            else if (part.StartsWith(Headers + "="))
            {
                Set(ref headers, part[(Headers.Length + 1)..]);
            }
            else if (part.StartsWith(Proof + "="))
            {
                Set(ref proof, part[(Proof.Length + 1)..]);
            }
            else if (!part.IsEmpty && !part.Contains('='))
            {
                throw NotParts();
            }
        }

        string scope = Required(credential, Credential);
        string[] parts = scope.Split('/');
        if (parts.Length != 5 || parts[4] != ScopeEnd || Array.Exists(parts, string.IsNullOrEmpty))
        {
            throw Incomplete($"{Credential} in the Authorization header is not KEY/DATE/REGION/SERVICE/{ScopeEnd}.");
        }

        return new AuthorizationHeader
        {
            AccessKeyId = parts[0],
            Date = parts[1],
            Region = parts[2],
            Service = parts[3],
            Scope = scope[(parts[0].Length + 1)..],
            SignedHeaders = Required(headers, Headers).Split(';'),
            Signature = Required(proof, Proof),
        };
    }

    private static void Set(ref string? part, ReadOnlySpan<char> value) => part = part is null ? value.ToString() : throw NotParts();

    private static string Required(string? part, string name) =>
        string.IsNullOrEmpty(part) ? throw Incomplete($"Authorization header requires '{name}' parameter.") : part;

    private static UnknownServiceException NotParts() => Incomplete("The Authorization header has a part that is not NAME=VALUE, or has one twice.");

    private static UnknownServiceException Incomplete(string message) => FrontEndError.Create(FrontEndError.IncompleteSignature, message);
}
