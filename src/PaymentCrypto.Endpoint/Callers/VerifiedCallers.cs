using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Http;
using PaymentCrypto.Endpoint.SigV4;

namespace PaymentCrypto.Endpoint.Callers;

/// <summary>Lets in only requests that are signed with a configured access key.</summary>
internal sealed class VerifiedCallers : ICallerResolver
{
    private readonly AccountDirectory _directory;
    private readonly SignatureVerifier _verifier;
    private readonly Dictionary<string, EndpointAccessKey> _keys;
    private readonly ConcurrentDictionary<string, SigningKey> _signingKeys = new(StringComparer.Ordinal);

    /// <summary>Takes over the access keys.</summary>
    internal VerifiedCallers(EndpointOptions options, AccountDirectory directory)
    {
        _directory = directory;
        _verifier = new SignatureVerifier(Service.ControlPlane.SigningName, options.Limits.SignatureWindow, options.TimeProvider);
        _keys = options.AccessKeys.ToDictionary(key => key.AccessKeyId, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public Caller Resolve(HttpRequest request)
    {
        AuthorizationHeader header = request.Headers.Count("Authorization") switch
        {
            0 => throw FrontEndError.Create(FrontEndError.MissingAuthenticationToken,
                "The request is not signed. This endpoint demands AWS Signature Version 4."),
            1 => AuthorizationHeader.Parse(request.Headers.Get("Authorization")!),
            _ => throw FrontEndError.Create(FrontEndError.IncompleteSignature, "The request has more than one Authorization header."),
        };
        if (!_keys.TryGetValue(header.AccessKeyId, out EndpointAccessKey? key) || !HasToken(request, key))
        {
            throw FrontEndError.Create(FrontEndError.UnrecognizedClient,
                "The access key id, or the session token that comes with it, is not one that this endpoint knows.");
        }

        Verify(request, header, key);
        return new Caller(_directory.ScopeOf(header.AccessKeyId, header.Region), header.AccessKeyId);
    }

    // A client signs a whole day with one derived key: the last one of each access key is kept, once a signature by it was right.
    private void Verify(HttpRequest request, AuthorizationHeader header, EndpointAccessKey key)
    {
        if (_signingKeys.TryGetValue(key.AccessKeyId, out SigningKey? known) && known.Scope == header.Scope)
        {
            _verifier.Verify(request, header, known);
            return;
        }

        byte[] secret = Encoding.UTF8.GetBytes("AWS4" + key.SecretAccessKey);
        var derived = SigningKey.Derive(secret, header);
        CryptographicOperations.ZeroMemory(secret);
        _verifier.Verify(request, header, derived);
        _signingKeys[key.AccessKeyId] = derived;
    }

    private static bool HasToken(HttpRequest request, EndpointAccessKey key)
    {
        int tokens = request.Headers.Count("X-Amz-Security-Token");
        return key.SessionToken is null
            ? tokens == 0
            : tokens == 1 && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(request.Headers.Get("X-Amz-Security-Token")!), Encoding.UTF8.GetBytes(key.SessionToken));
    }
}
