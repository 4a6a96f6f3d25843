using PaymentCrypto.Api;

namespace PaymentCrypto.Crash.Scenarios;

/// <summary>The life of a key, its aliases, tags and policy.</summary>
internal static class KeyScenarios
{
    /// <summary>All of them.</summary>
    public static IEnumerable<CrashScenario> All =>
    [
        new("create-key", "CreateKey", static stage => stage.Send(new CreateKeyRequest
        {
            KeyAttributes = Attributes.Symmetric(KeyUsage.Tr31D0SymmetricDataEncryptionKey, KeyAlgorithm.Aes256),
            Exportable = true,
            Tags = [new Tag { Key = "env", Value = "crash" }, new Tag { Key = "team", Value = "proof" }],
        })),
        new("create-key-pair", "CreateKey", static stage => stage.Send(new CreateKeyRequest
        {
            KeyAttributes = Attributes.Pair(KeyUsage.Tr31D1AsymmetricKeyForDataEncryption, KeyAlgorithm.Rsa2048, ModesOf.All),
            Exportable = false,
        })),
        new("create-key-with-alias", "CreateKeyWithAlias", static stage => stage.Send(new CreateKeyWithAliasRequest
        {
            AliasName = "alias/both",
            Key = new CreateKeyRequest
            {
                KeyAttributes = Attributes.Symmetric(KeyUsage.Tr31D0SymmetricDataEncryptionKey, KeyAlgorithm.Aes256),
                Exportable = true,
            },
        })),
        new("create-key-with-replicas", "CreateKey", static stage => stage.Send(new CreateKeyRequest
        {
            KeyAttributes = Attributes.Symmetric(KeyUsage.Tr31D0SymmetricDataEncryptionKey, KeyAlgorithm.Aes128),
            Exportable = true,
            ReplicationRegions = ["us-west-2"],
        })),
        new("delete-key", "DeleteKey", static stage => stage.Send(new DeleteKeyRequest { KeyIdentifier = stage.Facts["key"], DeleteKeyInDays = 3 })),
        new("restore-key", "RestoreKey", static stage => stage.Send(new RestoreKeyRequest { KeyIdentifier = stage.Facts["pending"] })),
        new("start-key-usage", "StartKeyUsage", static stage => stage.Send(new StartKeyUsageRequest { KeyIdentifier = stage.Facts["stopped"] })),
        new("stop-key-usage", "StopKeyUsage", static stage => stage.Send(new StopKeyUsageRequest { KeyIdentifier = stage.Facts["key"] })),
        new("deletion-falls-due", "DueDeletions", static stage => stage.Send(new ListKeysRequest()))
        {
            // The store is opened years later: what is due goes then.
            OpensFirst = false,
            Options = static options => options with { TimeProvider = new MovedClock(TimeSpan.FromDays(20), FixedClock.Instance) },
        },
        new("create-alias", "CreateAlias", static stage => stage.Send(new CreateAliasRequest { AliasName = "alias/new", KeyArn = stage.Facts["key"] })),
        new("update-alias", "UpdateAlias", static stage => stage.Send(new UpdateAliasRequest { AliasName = "alias/key", KeyArn = stage.Facts["stopped"] })),
        new("delete-alias", "DeleteAlias", static stage => stage.Send(new DeleteAliasRequest { AliasName = "alias/key" })),
        new("tag-resource", "TagResource", static stage => stage.Send(new TagResourceRequest
        {
            ResourceArn = stage.Facts["key"],
            Tags = [new Tag { Key = "env", Value = "changed" }, new Tag { Key = "added", Value = "now" }],
        })),
        new("untag-resource", "UntagResource", static stage => stage.Send(
            new UntagResourceRequest { ResourceArn = stage.Facts["key"], TagKeys = ["env", "owner"] })),
        new("put-resource-policy", "PutResourcePolicy", static stage => stage.Send(new PutResourcePolicyRequest
        {
            ResourceArn = stage.Facts["key"],
            Policy = Attributes.Policy("payment-cryptography:DecryptData"),
        })),
        new("delete-resource-policy", "DeleteResourcePolicy", static stage => stage.Send(new DeleteResourcePolicyRequest { ResourceArn = stage.Facts["key"] })),
        new("seed", "Seed", static stage => stage.Send(new SeedRequest
        {
            Keys =
            [
                Seeded("alias/seeded-1", KeyUsage.Tr31D0SymmetricDataEncryptionKey, KeyAlgorithm.Aes128),
                Seeded("alias/seeded-2", KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm.Aes256),
            ],
        })),
    ];

    private static SeedKey Seeded(string name, string usage, string algorithm) =>
        new() { Name = name, KeyAttributes = Attributes.Symmetric(usage, algorithm), Exportable = true };
}
