using PaymentCrypto.Api;

namespace PaymentCrypto.Crash.Scenarios;

/// <summary>Keys that come in, and the certificates that the account's authority makes when it is first asked.</summary>
internal static class ExchangeScenarios
{
    /// <summary>All of them.</summary>
    public static IEnumerable<CrashScenario> All =>
    [
        new("import-tr31", "ImportKey", static stage => Import(stage, new ImportKeyMaterial
        {
            Tr31KeyBlock = new ImportTr31KeyBlock { WrappingKeyIdentifier = "alias/kek", WrappedKeyBlock = stage.Facts["tr31"] },
        })),
        new("import-tr34", "ImportKey", static stage => Import(stage, new ImportKeyMaterial
        {
            Tr34KeyBlock = new ImportTr34KeyBlock
            {
                CertificateAuthorityPublicKeyIdentifier = stage.Facts["authority"],
                SigningKeyCertificate = stage.Facts["signing-certificate"],
                ImportToken = stage.Facts["import-token"],
                WrappedKeyBlock = stage.Facts["tr34"],
                KeyBlockFormat = Tr34KeyBlockFormat.X9Tr34Of2012,
            },
        })),
        new("import-rsa", "ImportKey", static stage => Import(stage, new ImportKeyMaterial
        {
            KeyCryptogram = new ImportKeyCryptogram
            {
                KeyAttributes = Attributes.Symmetric(KeyUsage.Tr31D0SymmetricDataEncryptionKey, KeyAlgorithm.Tdes2Key),
                Exportable = true,
                ImportToken = stage.Facts["cryptogram-token"],
                WrappedKeyCryptogram = stage.Facts["cryptogram"],
                WrappingSpec = WrappingKeySpec.RsaOaepSha256,
            },
        })),
        new("import-ecdh", "ImportKey", static stage => Import(stage, new ImportKeyMaterial
        {
            DiffieHellmanTr31KeyBlock = new ImportDiffieHellmanTr31KeyBlock
            {
                PrivateKeyIdentifier = stage.Facts["there"],
                CertificateAuthorityPublicKeyIdentifier = stage.Facts["curve-authority"],
                PublicKeyCertificate = stage.Facts["here-certificate"],
                DeriveKeyAlgorithm = SymmetricKeyAlgorithm.Aes128,
                KeyDerivationFunction = KeyDerivationFunction.NistSp800,
                KeyDerivationHashAlgorithm = KeyDerivationHashAlgorithm.Sha256,
                DerivationData = new DiffieHellmanDerivationData { SharedInformation = WarmRoot.SharedInformation },
                WrappedKeyBlock = stage.Facts["ecdh"],
            },
        })),
        new("import-authority", "ImportKey", static stage => Import(stage, new ImportKeyMaterial
        {
            RootCertificatePublicKey = new RootCertificatePublicKey
            {
                KeyAttributes = Attributes.Authority(KeyAlgorithm.Rsa4096),
                PublicKeyCertificate = stage.Facts["chain"],
            },
        })),
        new("first-certificate", "GetPublicKeyCertificate", static stage => stage.Send(
            new GetPublicKeyCertificateRequest { KeyIdentifier = stage.Facts["far-pair"] }, "ap-south-1")) { MakesFirst = "certificate_authority" },
        new("export-tr31", "ExportKey", static stage => stage.Send(new ExportKeyRequest
        {
            ExportKeyIdentifier = "alias/known",
            KeyMaterial = new ExportKeyMaterial { Tr31KeyBlock = new ExportTr31KeyBlock { WrappingKeyIdentifier = "alias/kek" } },
        })),
    ];

    private static Task<ImportKeyResponse> Import(CrashStage stage, ImportKeyMaterial material) =>
        stage.Send(new ImportKeyRequest { KeyMaterial = material, Tags = [new Tag { Key = "came", Value = "in" }] });
}
