using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Exchange;

/// <summary>RSA key pairs of the store that take a token's place, each with a certificate of the caller's own authority.</summary>
internal sealed class RsaPairs(KeyMaterials materials)
{
    /// <summary>Finds a pair, checks its usage and that the certificate is its own and valid, and opens it.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="context">The call.</param>
    /// <param name="identifier">As the caller wrote it.</param>
    /// <param name="usage">The usage that it must have.</param>
    /// <param name="member">The certificate's member, as named in messages.</param>
    /// <param name="certificate">Base64 of PEM.</param>
    /// <returns>The private key, on loan, and the certificate, which is shared.</returns>
    public (RsaKeyLease PrivateKey, X509Certificate2 Certificate) Open(
        StoreConnection connection, OperationContext context, string identifier, string usage, string member, string certificate)
    {
        KeyRecord pair = KeyFinder.Find(connection, context.Scope, identifier);
        KeyStates.RequireUsable(pair);
        KeyModesOfUse modes = pair.Attributes.KeyModesOfUse!;
        if (pair.Attributes.KeyUsage != usage || pair.Attributes.KeyClass != KeyClass.AsymmetricKeyPair || !(modes.Unwrap || modes.Sign))
        {
            throw new ValidationException($"{pair.Arn} is of class {pair.Attributes.KeyClass} with usage {pair.Attributes.KeyUsage}: a key pair with usage "
                + $"{usage} that may {(usage == KeyUsage.Tr31K2Tr34AsymmetricKey ? "unwrap" : "sign")} is needed.");
        }

        X509Certificate2 read = CertificateIntake.ReadValid(member, certificate, context.Now);
        RsaKeyLease privateKey = materials.LendRsa(pair);
        bool own = false;
        try
        {
            own = CertificateKey.Matches(read, privateKey.Key);
            return own ? (privateKey, read) : throw new ValidationException(
                $"{member} is not a certificate of {pair.Arn}: its public key is another one. Use the certificate that was issued from this key's signing "
                    + "request.");
        }
        finally
        {
            if (!own)
            {
                privateKey.Dispose();
            }
        }
    }
}
