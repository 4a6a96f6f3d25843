using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Exchange;
using PaymentCrypto.Local.Exchange.Export;
using PaymentCrypto.Local.Exchange.Import;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Operations.Exchange;

/// <summary>The formats in which keys come and go, wired to what they share.</summary>
internal sealed class ExchangeFormats
{
    /// <summary>Wires them.</summary>
    public ExchangeFormats(KeyMaterials materials, OpenedRsaKeys privateKeys, Conformance conformance)
    {
        WrappingKeys wrappingKeys = new(materials);
        ImportedAuthorities authorities = new(materials);
        KeyAgreements agreements = new(materials, authorities);
        ExchangeTokens tokens = new(privateKeys);
        Tr34Keys tr34Keys = new(tokens, new RsaPairs(materials));
        Importers =
        [
            new As2805Importer(wrappingKeys),
            new CertificateImporter(authorities),
            new EcdhImporter(agreements, conformance),
            new KeyCryptogramImporter(tokens),
            new Tr31Importer(wrappingKeys, conformance),
            new Tr34Importer(tr34Keys, authorities, conformance),
        ];
        Exporters =
        [
            new As2805Exporter(wrappingKeys),
            new EcdhExporter(agreements),
            new KeyCryptogramExporter(authorities),
            new Tr31Exporter(wrappingKeys),
            new Tr34Exporter(tr34Keys, authorities),
        ];
    }

    /// <summary>One for each format of ImportKey.</summary>
    public KeyImporter[] Importers { get; }

    /// <summary>One for each format of ExportKey.</summary>
    public KeyExporter[] Exporters { get; }
}
