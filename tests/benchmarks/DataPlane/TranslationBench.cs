using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Benchmarks.DataPlane;

/// <summary>An engine on a store on the disk, with keys for translations of a PIN block.</summary>
internal sealed class TranslationBench : IDisposable
{
    private const string Pan = "4111111111111111";
    private readonly ScratchStore _store = new();

    public TranslationBench()
    {
        Engine = _store.Open(keyPairStock: 0);
        Service = Engine.ForScope(ScratchStore.Scope);
        string first = Key(KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key);
        string second = Key(KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key);
        string dukpt = Key(KeyUsage.Tr31B0BaseDerivationKey, KeyAlgorithm.Tdes2Key);
        string pvk = Key(KeyUsage.Tr31V2VisaPinVerificationKey, KeyAlgorithm.Tdes2Key);
        TranslationIsoFormats format = new() { IsoFormat0 = new() { PrimaryAccountNumber = Pan } };
        string block = Send(new GeneratePinDataRequest
        {
            GenerationKeyIdentifier = pvk,
            EncryptionKeyIdentifier = first,
            PrimaryAccountNumber = Pan,
            PinBlockFormat = PinBlockFormatForPinData.IsoFormat0,
            GenerationAttributes = new() { VisaPin = new() { PinVerificationKeyIndex = 1 } },
        }).EncryptedPinBlock!;
        Static = new()
        {
            IncomingKeyIdentifier = first,
            OutgoingKeyIdentifier = second,
            IncomingTranslationAttributes = format,
            OutgoingTranslationAttributes = format,
            EncryptedPinBlock = block,
        };
        DukptDerivationAttributes transaction = new() { KeySerialNumber = "FFFF9876543210E00001" };
        string terminal = Send(Static with { OutgoingKeyIdentifier = dukpt, OutgoingDukptAttributes = transaction }).PinBlock!;
        Dukpt = Static with { IncomingKeyIdentifier = dukpt, IncomingDukptAttributes = transaction, EncryptedPinBlock = terminal };
    }

    public ILocalEngine Engine { get; }

    public IPaymentCryptography Service { get; }

    /// <summary>From one static key to another.</summary>
    public TranslatePinDataRequest Static { get; }

    /// <summary>From the key of a transaction to a static one, as a switch does.</summary>
    public TranslatePinDataRequest Dukpt { get; }

    public T Send<T>(ApiRequest<T> request)
        where T : ApiResponse => Service.SendAsync(request, CancellationToken.None).GetAwaiter().GetResult();

    public void Dispose()
    {
        Engine.Dispose();
        _store.Dispose();
    }

    private string Key(string usage, string algorithm) => Send(new CreateKeyRequest
    {
        Exportable = true,
        KeyAttributes = new()
        {
            KeyUsage = usage,
            KeyClass = KeyClass.SymmetricKey,
            KeyAlgorithm = algorithm,
            KeyModesOfUse = usage == KeyUsage.Tr31P0PinEncryptionKey ? new() { Encrypt = true, Decrypt = true, Wrap = true, Unwrap = true }
                : usage == KeyUsage.Tr31B0BaseDerivationKey ? new() { DeriveKey = true }
                : new() { Generate = true, Verify = true },
        },
    }).Key!.KeyArn!;
}
