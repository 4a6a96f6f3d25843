using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tokens;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Exchange;

/// <summary>Finds the token that a caller names, checks that it is for this, and opens its private key.</summary>
internal sealed class ExchangeTokens(OpenedRsaKeys privateKeys)
{
    /// <summary>A token and its RSA key.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="token">As the caller wrote it.</param>
    /// <param name="direction">What it must be for.</param>
    /// <param name="keyMaterialType">What it must be for.</param>
    /// <param name="context">The call.</param>
    /// <returns>The token, and its key, on loan.</returns>
    /// <exception cref="ResourceNotFoundException">There is no such token in the account and region.</exception>
    /// <exception cref="ValidationException">It has ended, or is for something else.</exception>
    public (TokenRecord Token, RsaKeyLease PrivateKey) Open(StoreConnection connection, string token, string direction, string keyMaterialType,
        OperationContext context)
    {
        TokenRecord record = TokenTable.Find(connection, context.Scope, token) ?? throw new ResourceNotFoundException(token);
        if (record.Kind.Direction != direction || record.Kind.KeyMaterialType != keyMaterialType)
        {
            throw new ValidationException(
                $"The token '{token}' is for {record.Kind.Direction} of {record.Kind.KeyMaterialType}, not for {direction} of {keyMaterialType}.");
        }

        if (TokenRules.IsExpired(record.ValidUntil, context.Now))
        {
            throw new ValidationException($"The token '{token}' expired at {record.ValidUntil:u}. Get a new one with GetParametersFor{direction}.");
        }

        return (record, privateKeys.Lend(record.PrivateKeySealed, record.Identity, $"token '{token}'"));
    }
}
