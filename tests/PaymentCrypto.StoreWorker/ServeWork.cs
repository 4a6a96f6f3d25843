using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local;
using PaymentCrypto.Local.KeyPairs;

namespace PaymentCrypto.StoreWorker;

/// <summary>
/// Does what standard input says, a line each: <c>account command argument...</c>. The answer is a line too: what a caller sees of it, or the id of
/// the error.
/// </summary>
internal sealed class ServeWork(ILocalEngine engine)
{
    // What is proven is the order of calls; making real key pairs would take most of the time. No pair may come twice.
    private const int KeyPairBits = 1024;

    private static readonly Lazy<byte[]> RootKey = new(static () =>
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKey();
    });

    /// <summary>An engine whose key pairs are short.</summary>
    public static ILocalEngine Open(LocalEngineOptions options) =>
        new LocalEngineFactory(static _ => RsaKeyPair.Generate(KeyPairBits), RootPair).Open(options with { KeyPairStock = 0 });

    /// <summary>Answers until there is nothing more to do.</summary>
    public async Task RunAsync()
    {
        while (await Console.In.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            string[] words = line.Split(' ');
            IPaymentCryptography service = engine.ForScope(new AccountScope(words[0], AccountScope.DefaultRegion));
            try
            {
                string subject = words.ElementAtOrDefault(2) ?? string.Empty;
                Acknowledge.Line(await DoAsync(service, words[1], subject, words.ElementAtOrDefault(3)).ConfigureAwait(false));
            }
            catch (PaymentCryptographyException e)
            {
                Acknowledge.Line(e.ErrorId);
            }
        }
    }

    private static async Task<string> DoAsync(IPaymentCryptography service, string command, string subject, string? value)
    {
        Task<T> Send<T>(ApiRequest<T> request)
            where T : ApiResponse => service.SendAsync(request, CancellationToken.None);
        switch (command)
        {
            case "create-key":
                return (await new KeyWork(service).CreateAsync(KeyAlgorithm.Aes128).ConfigureAwait(false)).KeyArn!;
            case "count-keys":
                return $"{(await Send(new ListKeysRequest { MaxResults = 100 }).ConfigureAwait(false)).Keys!.Count}";
            case "get-key":
                return Describe((await Send(new GetKeyRequest { KeyIdentifier = subject }).ConfigureAwait(false)).Key!);
            case "delete-key":
                return Describe((await Send(new DeleteKeyRequest { KeyIdentifier = subject }).ConfigureAwait(false)).Key!);
            case "restore-key":
                return Describe((await Send(new RestoreKeyRequest { KeyIdentifier = subject }).ConfigureAwait(false)).Key!);
            case "start-key":
                return Describe((await Send(new StartKeyUsageRequest { KeyIdentifier = subject }).ConfigureAwait(false)).Key!);
            case "stop-key":
                return Describe((await Send(new StopKeyUsageRequest { KeyIdentifier = subject }).ConfigureAwait(false)).Key!);
            case "use-key":
                await Send(new EncryptDataRequest
                {
                    KeyIdentifier = subject,
                    PlainText = new string('0', 32),
                    EncryptionAttributes = new EncryptionDecryptionAttributes { Symmetric = new SymmetricEncryptionAttributes { Mode = EncryptionMode.Ecb } },
                }).ConfigureAwait(false);
                return "used";
            case "create-alias":
                return Target((await Send(new CreateAliasRequest { AliasName = subject, KeyArn = value }).ConfigureAwait(false)).Alias!);
            case "update-alias":
                return Target((await Send(new UpdateAliasRequest { AliasName = subject, KeyArn = value }).ConfigureAwait(false)).Alias!);
            case "get-alias":
                return Target((await Send(new GetAliasRequest { AliasName = subject }).ConfigureAwait(false)).Alias!);
            case "delete-alias":
                await Send(new DeleteAliasRequest { AliasName = subject }).ConfigureAwait(false);
                return "deleted";
            case "tag":
                await Send(new TagResourceRequest { ResourceArn = subject, Tags = [new Tag { Key = "contested", Value = value }] }).ConfigureAwait(false);
                return "tagged";
            case "untag":
                await Send(new UntagResourceRequest { ResourceArn = subject, TagKeys = ["contested"] }).ConfigureAwait(false);
                return "untagged";
            case "get-tag":
                return (await Send(new ListTagsForResourceRequest { ResourceArn = subject }).ConfigureAwait(false)).Tags!
                    .FirstOrDefault(static tag => tag.Key == "contested")?.Value ?? "none";
            case "put-policy":
                await Send(new PutResourcePolicyRequest { ResourceArn = subject, Policy = PolicyFor(value!) }).ConfigureAwait(false);
                return "put";
            case "get-policy":
                string policy = (await Send(new GetResourcePolicyRequest { ResourceArn = subject }).ConfigureAwait(false)).Policy!;
                return policy[(policy.IndexOf("iam::", StringComparison.Ordinal) + 5)..][..12];
            case "delete-policy":
                await Send(new DeleteResourcePolicyRequest { ResourceArn = subject }).ConfigureAwait(false);
                return "deleted";
            case "token":
                return (await Send(new GetParametersForImportRequest
                {
                    KeyMaterialType = KeyMaterialType.Tr34KeyBlock,
                    WrappingKeyAlgorithm = KeyAlgorithm.Rsa2048,
                    ReuseLastGeneratedToken = true,
                }).ConfigureAwait(false)).ImportToken!;
            case "revoke-token":
                return (await Send(new RevokeTokenRequest { Token = subject }).ConfigureAwait(false)).Token.Token;
            default:
                throw new InvalidOperationException($"There is no command '{command}'.");
        }
    }

    private static string Describe(Key key) => $"{key.KeyState}/{(key.Enabled == true ? "enabled" : "disabled")}";

    private static string Target(Alias alias) => alias.KeyArn ?? "none";

    private static string PolicyFor(string account) => "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
        + "\"Principal\":{\"AWS\":\"arn:aws:iam::" + account + ":root\"},\"Action\":\"payment-cryptography:EncryptData\",\"Resource\":\"*\"}]}";

    private static RsaKeyPair RootPair(int bits)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(RootKey.Value, out _);
        return new RsaKeyPair(rsa.ExportSubjectPublicKeyInfo(), SecretBuffer.CopyOf(RootKey.Value));
    }
}
