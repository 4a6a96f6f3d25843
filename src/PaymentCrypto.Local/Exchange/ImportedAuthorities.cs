using PaymentCrypto.Api;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Exchange;

/// <summary>Finds the imported certificate authorities that vouch for the certificates of others.</summary>
internal sealed class ImportedAuthorities(KeyMaterials materials)
{
    /// <summary>Finds one, and makes sure that it is still what was imported.</summary>
    /// <exception cref="ValidationException">The key is not an authority, or may not be used.</exception>
    /// <exception cref="VaultException">Its record was altered outside.</exception>
    public KeyRecord Find(StoreConnection connection, AccountScope scope, string identifier)
    {
        KeyRecord authority = KeyFinder.Find(connection, scope, identifier);
        KeyStates.RequireUsable(authority);
        if (authority.Certificate is null
            || authority.Attributes is not { KeyClass: KeyClass.PublicKey, KeyUsage: KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature })
        {
            throw new ValidationException(
                $"{authority.Arn} is not an imported certificate authority: it is of class {authority.Attributes.KeyClass} with usage "
                    + $"{authority.Attributes.KeyUsage}. Import the authority's certificate first.");
        }

        materials.Authenticate(authority);
        return authority;
    }
}
