using System.Collections;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.KeyExchange;

namespace PaymentCrypto.Commands.DataPlane;

/// <summary>Reads the table that says how a key is agreed by ECDH: <c>@{ PrivateKey = 'alias/ecdh'; PublicKeyCertificate = ...; ... }</c>.</summary>
internal static class EcdhTable
{
    private static readonly string[] Names = ["PrivateKey", "CertificateAuthority", "PublicKeyCertificate", "SharedInformation", "KeyAlgorithm",
        "KeyDerivationFunction", "KeyDerivationHashAlgorithm"];

    /// <summary>The key that is agreed.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="parameter">The parameter with the table, without its dash.</param>
    /// <param name="table">The table.</param>
    /// <exception cref="ParameterException">Something is missing, or has no place in it.</exception>
    public static KeyUse Read(PcDataPlaneCmdlet cmdlet, string parameter, IDictionary table)
    {
        var entries = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
        {
            string name = entry.Key.ToString() ?? string.Empty;
            if (!Names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw Field.Invalid(parameter,
                    $"-{parameter} has an entry '{name}' that is not known; how to agree a key by ECDH is said with {string.Join(", ", Names)}.");
            }

            entries[name] = entry.Value;
        }

        object Needed(string name, string what) => entries.GetValueOrDefault(name) is { } value and not string { Length: 0 }
            ? value
            : throw Field.Missing(parameter, $"-{parameter} needs the entry {name}: {what}.");

        string Key(string name, string what) => new KeyParameter(cmdlet, parameter).Read(Needed(name, what)).Identifier;

        // The service verifies by an authority that it has: one cannot be brought along.
        if (entries.GetValueOrDefault("CertificateAuthority") is PSObject { BaseObject: X509Certificate2 or KeyExchangeCertificate }
            or X509Certificate2 or KeyExchangeCertificate)
        {
            throw Field.Invalid(
                parameter,
                $"-{parameter} has a certificate as CertificateAuthority: import it first (Import-PcKey -RootCertificate), and give the key that comes of it.");
        }

        string Choice(string name, string preset, IReadOnlyList<string> known) =>
            Field.Choice(parameter, entries.GetValueOrDefault(name)?.ToString(), known) ?? preset;

        return new KeyUse(
            Key("PrivateKey", "the provider's ECC key pair"),
            new DynamicKey
            {
                WrappedKeyMaterial = new WrappedKeyMaterial
                {
                    DiffieHellmanSymmetricKey = new EcdhDerivationAttributes
                    {
                        CertificateAuthorityPublicKeyIdentifier =
                            Key("CertificateAuthority", "the imported authority that issued the other side's certificate"),
                        PublicKeyCertificate = ServiceCertificates.ServiceForm(CertificateInput.Certificate(cmdlet,
                            Needed("PublicKeyCertificate", "the other side's certificate"), "other side's")),
                        SharedInformation =
                            Field.Hex(parameter, Needed("SharedInformation", "what both sides mix in, hex").ToString(), 2, 2048, "SharedInformation"),
                        KeyAlgorithm = Choice("KeyAlgorithm", SymmetricKeyAlgorithm.Aes256, SymmetricKeyAlgorithm.All),
                        KeyDerivationFunction = Choice("KeyDerivationFunction", KeyDerivationFunction.NistSp800, KeyDerivationFunction.All),
                        KeyDerivationHashAlgorithm = Choice("KeyDerivationHashAlgorithm", KeyDerivationHashAlgorithm.Sha256, KeyDerivationHashAlgorithm.All),
                    },
                },
            });
    }
}
