using PaymentCrypto.Api;

namespace PaymentCrypto.StoreWorker;

/// <summary>Makes AES and TDES keys; a line is a key's ARN and check value.</summary>
internal sealed class KeyWork(IPaymentCryptography service)
{
    /// <summary>Makes one.</summary>
    public async Task StepAsync(int step)
    {
        Key key = await CreateAsync(step % 2 == 0 ? KeyAlgorithm.Aes256 : KeyAlgorithm.Tdes3Key);
        Acknowledge.Line($"{key.KeyArn} {key.KeyCheckValue}");
    }

    /// <summary>Makes a key without saying so.</summary>
    public async Task<Key> CreateAsync(string algorithm) => (await service.SendAsync(
        new CreateKeyRequest
        {
            KeyAttributes = new KeyAttributes
            {
                KeyUsage = KeyUsage.Tr31D0SymmetricDataEncryptionKey,
                KeyClass = KeyClass.SymmetricKey,
                KeyAlgorithm = algorithm,
                KeyModesOfUse = new KeyModesOfUse { Encrypt = true, Decrypt = true, Wrap = true, Unwrap = true },
            },
            Exportable = true,
            Tags = [new Tag { Key = "made by", Value = "the store worker" }],
        },
        CancellationToken.None)).Key!;
}
