using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tokens;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Exchange;

/// <summary>Opens the RSA key on the service's side of a TR-34 exchange.</summary>
internal sealed class Tr34Keys(ExchangeTokens tokens, RsaPairs pairs)
{
    /// <summary>The key that the caller chose.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="choice">What the caller gave.</param>
    /// <param name="context">The call.</param>
    /// <returns>The private key, on loan, and its certificate, which is shared.</returns>
    /// <exception cref="ValidationException">It is named in no way, in both, or by half a pair, or cannot be used for this.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such token or pair.</exception>
    public (RsaKeyLease PrivateKey, X509Certificate2 Certificate) Open(StoreConnection connection, Tr34KeyChoice choice, OperationContext context)
    {
        (string direction, string role) = (choice.Direction, choice.Role);
        switch (choice)
        {
            case { Token: { Length: > 0 } name, Identifier: null, Certificate: null }:
                (TokenRecord token, RsaKeyLease privateKey) = tokens.Open(connection, name, direction, KeyMaterialType.Tr34KeyBlock, context);
                return (privateKey, LoadedCertificates.Of(token.Certificate));
            case { Token: null or "", Identifier: { } identifier, Certificate: { } certificate }:
                return pairs.Open(connection, context, identifier, choice.Usage, $"{role}KeyCertificate", certificate);
            default:
                throw new ValidationException(
                    $"A TR-34 {direction.ToLowerInvariant()} names its {role.ToLowerInvariant()} key in one of two ways: by {direction}Token, or by "
                        + $"{role}KeyIdentifier together with {role}KeyCertificate.");
        }
    }
}
