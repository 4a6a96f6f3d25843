using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Stores;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Tests.Local.Keys;

/// <summary>The secret part of stored keys, which no operation shows.</summary>
internal static class OpenedMaterial
{
    /// <summary>Opens a key of a store as another process would.</summary>
    public static byte[] Of(TemporaryStore store, string arn) => Of(store, [arn])[0];

    public static List<byte[]> Of(TemporaryStore store, IEnumerable<string> arns)
    {
        using var opened = LocalStore.Open(store.Options);
        using OpenedRsaKeys privateKeys = new(opened.Vault);
        KeyMaterials materials = new(opened.Vault, privateKeys);
        return opened.Database.Read(connection => arns.Select(arn =>
        {
            Assert.True(KeyArn.TryParse(arn, out AccountScope? scope, out string? resource));
            using SecretBuffer material = materials.Open(KeyTable.Find(connection, scope, resource["key/".Length..])!);
            return material.Span.ToArray();
        }).ToList());
    }
}
