using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Crash.Scenarios;
using PaymentCrypto.Local;
using PaymentCrypto.Local.Care;
using PaymentCrypto.Local.KeyPairs;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Crash;

/// <summary>A store with one of everything that a scenario takes, made once by the operations themselves. Each point gets a copy.</summary>
internal static class WarmRoot
{
    /// <summary>Where a default replication region is set already, and a team is associated.</summary>
    public const string OtherRegion = "us-east-2";

    /// <summary>Where a team waits for a decision.</summary>
    public const string ThirdRegion = "ap-northeast-1";

    /// <summary>What the teams approve.</summary>
    public const string TeamAction = MpaOperation.ImportRootPublicKeyCertificate;

    /// <summary>What both sides of the key agreement put into the derivation.</summary>
    public const string SharedInformation = "00000000000000000000000000000000";

    /// <summary>The clear key that is in the store and is imported again in every form.</summary>
    public static readonly byte[] KnownKey = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");

    /// <summary>The ARN of a team.</summary>
    public static string Team(string region, string name) => $"arn:aws:mpa:{region}:{AccountScope.DefaultAccountId}:approval-team/{name}";

    /// <summary>Makes it.</summary>
    /// <param name="directory">A directory that is not there yet.</param>
    public static async Task<CrashRoot> MakeAsync(string directory)
    {
        CrashRoot root = new(directory);
        foreach (string path in (string[])[root.Backups, root.Temporary])
        {
            PrivateFiles.CreateDirectory(path);
        }

        WorkerKeyPairs.Make(root);
        Facts facts = new();
        using (ILocalEngine engine = new LocalEngineFactory(RsaKeyPair.Generate, WorkerKeyPairs.Root).Open(root.Options))
        {
            CrashStage stage = new(root, root.Options, facts, engine);
            await FillAsync(stage).ConfigureAwait(false);
            // The backup is of a store with less in it: restoring it is a change.
            new StoreCare().Backup(root.Options, new StoreBackupRequest { File = root.Backup, IncludeKeyFile = true }, progress: null, CancellationToken.None);
            await FillExchangeAsync(stage).ConfigureAwait(false);
            await FillAgreementAsync(stage).ConfigureAwait(false);
        }

        facts.Write(root.FactsPath);
        return root;
    }

    private static async Task FillAsync(CrashStage stage)
    {
        Facts facts = stage.Facts;
        SeedResponse seeded = await stage.Send(new SeedRequest
        {
            Keys =
            [
                new SeedKey
                {
                    Name = "alias/kek",
                    KeyAttributes = Attributes.Symmetric(KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm.Aes256),
                    Exportable = true,
                },
                new SeedKey
                {
                    Name = "alias/known",
                    KeyAttributes = Attributes.Symmetric(KeyUsage.Tr31D0SymmetricDataEncryptionKey, KeyAlgorithm.Tdes2Key),
                    Exportable = true,
                    Material = KnownKey,
                },
            ],
        }).ConfigureAwait(false);
        await stage.Send(new CreateAliasRequest { AliasName = "alias/kek", KeyArn = seeded.Keys[0].KeyArn }).ConfigureAwait(false);
        await stage.Send(new CreateAliasRequest { AliasName = "alias/known", KeyArn = seeded.Keys[1].KeyArn }).ConfigureAwait(false);
        foreach (string name in (string[])["key", "stopped", "pending", "due", "replicated"])
        {
            Key key = (await stage.Send(new CreateKeyRequest
            {
                KeyAttributes = Attributes.Symmetric(KeyUsage.Tr31D0SymmetricDataEncryptionKey, KeyAlgorithm.Aes256),
                Exportable = true,
                ReplicationRegions = name == "replicated" ? ["us-west-2"] : null,
                Tags = [new Tag { Key = "env", Value = "warm" }, new Tag { Key = "owner", Value = name }],
            }).ConfigureAwait(false)).Key!;
            facts[name] = key.KeyArn!;
            await stage.Send(new CreateAliasRequest { AliasName = "alias/" + name, KeyArn = key.KeyArn }).ConfigureAwait(false);
            string policy = Attributes.Policy("payment-cryptography:EncryptData");
            await stage.Send(new PutResourcePolicyRequest { ResourceArn = key.KeyArn, Policy = policy }).ConfigureAwait(false);
        }

        await stage.Send(new StopKeyUsageRequest { KeyIdentifier = facts["stopped"] }).ConfigureAwait(false);
        await stage.Send(new DeleteKeyRequest { KeyIdentifier = facts["pending"], DeleteKeyInDays = 30 }).ConfigureAwait(false);
        await stage.Send(new DeleteKeyRequest { KeyIdentifier = facts["due"], DeleteKeyInDays = 7 }).ConfigureAwait(false);
        await stage.Send(new EnableDefaultKeyReplicationRegionsRequest { ReplicationRegions = ["us-west-2"] }, OtherRegion).ConfigureAwait(false);
        await stage.Send(new AssociateMpaTeamRequest { Action = TeamAction, MpaTeamArn = Team(OtherRegion, "first") }, OtherRegion).ConfigureAwait(false);
        await stage.Send(new AssociateMpaTeamRequest { Action = TeamAction, MpaTeamArn = Team(ThirdRegion, "first") }, ThirdRegion).ConfigureAwait(false);
        AssociateMpaTeamResponse waiting = await stage.Send(
            new AssociateMpaTeamRequest { Action = TeamAction, MpaTeamArn = Team(ThirdRegion, "second") }, ThirdRegion).ConfigureAwait(false);
        facts["session"] = waiting.MpaTeamAssociation!.MpaStatus!.MpaSessionArn!;
    }

    // Blocks of every form, made by the account for itself.
    private static async Task FillExchangeAsync(CrashStage stage)
    {
        Facts facts = stage.Facts;
        GetParametersForImportResponse token = await stage.Send(TokenFor(KeyMaterialType.Tr34KeyBlock)).ConfigureAwait(false);
        GetParametersForImportResponse cryptogram = await stage.Send(TokenFor(KeyMaterialType.KeyCryptogram)).ConfigureAwait(false);
        GetParametersForExportResponse signing = await stage.Send(
            new GetParametersForExportRequest { KeyMaterialType = KeyMaterialType.Tr34KeyBlock, SigningKeyAlgorithm = KeyAlgorithm.Rsa2048 })
            .ConfigureAwait(false);
        facts["import-token"] = token.ImportToken!;
        facts["cryptogram-token"] = cryptogram.ImportToken!;
        facts["chain"] = token.WrappingKeyCertificateChain!;
        facts["signing-certificate"] = signing.SigningKeyCertificate!;
        facts["authority"] = await TrustAsync(stage, KeyAlgorithm.Rsa4096, facts["chain"]).ConfigureAwait(false);
        facts["tr31"] = await ExportAsync(stage, new ExportKeyMaterial
        {
            Tr31KeyBlock = new ExportTr31KeyBlock { WrappingKeyIdentifier = "alias/kek" },
        }).ConfigureAwait(false);
        facts["tr34"] = await ExportAsync(stage, new ExportKeyMaterial
        {
            Tr34KeyBlock = new ExportTr34KeyBlock
            {
                CertificateAuthorityPublicKeyIdentifier = facts["authority"],
                WrappingKeyCertificate = token.WrappingKeyCertificate,
                ExportToken = signing.ExportToken,
                KeyBlockFormat = Tr34KeyBlockFormat.X9Tr34Of2012,
            },
        }).ConfigureAwait(false);
        string pem = Encoding.ASCII.GetString(Convert.FromBase64String(cryptogram.WrappingKeyCertificate!));
        using var certificate = X509Certificate2.CreateFromPem(pem);
        using RSA rsa = certificate.GetRSAPublicKey()!;
        facts["cryptogram"] = Convert.ToHexString(rsa.Encrypt(KnownKey, RSAEncryptionPadding.OaepSHA256));
    }

    private static async Task FillAgreementAsync(CrashStage stage)
    {
        Facts facts = stage.Facts;
        foreach (string side in (string[])["here", "there"])
        {
            facts[side] = await PairAsync(stage, AccountScope.DefaultRegion).ConfigureAwait(false);
            GetPublicKeyCertificateResponse certificate = await stage
                .Send(new GetPublicKeyCertificateRequest { KeyIdentifier = facts[side] }).ConfigureAwait(false);
            facts[side + "-certificate"] = certificate.KeyCertificate!;
            facts["curve-chain"] = certificate.KeyCertificateChain!;
        }

        facts["far-pair"] = await PairAsync(stage, "ap-south-1").ConfigureAwait(false);
        facts["curve-authority"] = await TrustAsync(stage, KeyAlgorithm.EccNistP521, facts["curve-chain"]).ConfigureAwait(false);
        facts["ecdh"] = await ExportAsync(stage, new ExportKeyMaterial
        {
            DiffieHellmanTr31KeyBlock = new ExportDiffieHellmanTr31KeyBlock
            {
                PrivateKeyIdentifier = facts["here"],
                CertificateAuthorityPublicKeyIdentifier = facts["curve-authority"],
                PublicKeyCertificate = facts["there-certificate"],
                DeriveKeyAlgorithm = SymmetricKeyAlgorithm.Aes128,
                KeyDerivationFunction = KeyDerivationFunction.NistSp800,
                KeyDerivationHashAlgorithm = KeyDerivationHashAlgorithm.Sha256,
                DerivationData = new DiffieHellmanDerivationData { SharedInformation = SharedInformation },
            },
        }).ConfigureAwait(false);
    }

    private static GetParametersForImportRequest TokenFor(string material) => new() { KeyMaterialType = material, WrappingKeyAlgorithm = KeyAlgorithm.Rsa2048 };

    private static async Task<string> PairAsync(CrashStage stage, string region) => (await stage.Send(
        new CreateKeyRequest
        {
            KeyAttributes = Attributes.Pair(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP256, ModesOf.Derive),
            Exportable = false,
            DeriveKeyUsage = DeriveKeyUsage.Tr31K1KeyBlockProtectionKey,
        },
        region).ConfigureAwait(false)).Key!.KeyArn!;

    private static async Task<string> TrustAsync(CrashStage stage, string algorithm, string chain) => (await stage.Send(new ImportKeyRequest
    {
        KeyMaterial = new ImportKeyMaterial
        {
            RootCertificatePublicKey = new RootCertificatePublicKey { KeyAttributes = Attributes.Authority(algorithm), PublicKeyCertificate = chain },
        },
    }).ConfigureAwait(false)).Key!.KeyArn!;

    private static async Task<string> ExportAsync(CrashStage stage, ExportKeyMaterial material) =>
        (await stage.Send(new ExportKeyRequest { ExportKeyIdentifier = "alias/known", KeyMaterial = material }).ConfigureAwait(false)).WrappedKey!.KeyMaterial!;
}
