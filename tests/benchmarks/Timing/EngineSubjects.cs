using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Benchmarks.Timing;

/// <summary>Verifications of the data plane, as a caller of the engine has them: refused for one wrong place.</summary>
internal sealed class EngineSubjects : IDisposable
{
    private const string Pan = "4111111111111111";
    private const string Message = "00112233445566778899AABBCCDDEEFF";

    private readonly ScratchStore _store = new();
    private readonly ILocalEngine _engine;
    private readonly IPaymentCryptography _service;

    public EngineSubjects()
    {
        _engine = _store.Open(keyPairStock: 0);
        _service = _engine.ForScope(ScratchStore.Scope);
    }

    public IEnumerable<TimingSubject> All()
    {
        yield return Mac();
        yield return Pin();
        yield return CardValue();
        yield return Cryptogram();
    }

    public void Dispose()
    {
        _engine.Dispose();
        _store.Dispose();
    }

    private TimingSubject Mac()
    {
        string key = Key(KeyUsage.Tr31M6Iso97975CmacKey, KeyAlgorithm.Aes128, new() { Generate = true, Verify = true });
        MacAttributes attributes = new() { Algorithm = MacAlgorithm.Cmac };
        string right = Send(new GenerateMacRequest { KeyIdentifier = key, MessageData = Message, GenerationAttributes = attributes }).Mac!;
        return Subject("VerifyMac", right, WrongValue.Hex, given => new VerifyMacRequest
        {
            KeyIdentifier = key,
            MessageData = Message,
            VerificationAttributes = attributes,
            Mac = given,
        });
    }

    private TimingSubject Pin()
    {
        string verification = Key(KeyUsage.Tr31V2VisaPinVerificationKey, KeyAlgorithm.Tdes2Key, new() { Generate = true, Verify = true });
        string encryption = Key(
            KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, new() { Encrypt = true, Decrypt = true, Wrap = true, Unwrap = true });
        GeneratePinDataResponse made = Send(new GeneratePinDataRequest
        {
            GenerationKeyIdentifier = verification,
            EncryptionKeyIdentifier = encryption,
            PrimaryAccountNumber = Pan,
            PinBlockFormat = PinBlockFormatForPinData.IsoFormat0,
            GenerationAttributes = new() { VisaPin = new() { PinVerificationKeyIndex = 1 } },
        });
        return Subject("VerifyPinData by PVV", made.PinData!.VerificationValue!, WrongValue.Digits, given => new VerifyPinDataRequest
        {
            VerificationKeyIdentifier = verification,
            EncryptionKeyIdentifier = encryption,
            EncryptedPinBlock = made.EncryptedPinBlock,
            PrimaryAccountNumber = Pan,
            PinBlockFormat = PinBlockFormatForPinData.IsoFormat0,
            VerificationAttributes = new() { VisaPin = new() { PinVerificationKeyIndex = 1, VerificationValue = given } },
        });
    }

    private TimingSubject CardValue()
    {
        string key = Key(KeyUsage.Tr31C0CardVerificationKey, KeyAlgorithm.Tdes2Key, new() { Generate = true, Verify = true });
        string right = Send(new GenerateCardValidationDataRequest
        {
            KeyIdentifier = key,
            PrimaryAccountNumber = Pan,
            GenerationAttributes = new() { CardVerificationValue2 = new() { CardExpiryDate = "0330" } },
        }).ValidationData!;
        return Subject("VerifyCardValidationData, CVV2", right, WrongValue.Digits, given => new VerifyCardValidationDataRequest
        {
            KeyIdentifier = key,
            PrimaryAccountNumber = Pan,
            VerificationAttributes = new() { CardVerificationValue2 = new() { CardExpiryDate = "0330" } },
            ValidationData = given,
        });
    }

    private TimingSubject Cryptogram()
    {
        string key = Key(KeyUsage.Tr31E0EmvMkeyAppCryptograms, KeyAlgorithm.Tdes2Key, new() { DeriveKey = true });
        SessionKeyDerivation session = new()
        {
            EmvCommon = new() { PrimaryAccountNumber = Pan, PanSequenceNumber = "00", ApplicationTransactionCounter = "00FF" },
        };
        string right = Send(new GenerateAuthRequestCryptogramRequest
        {
            KeyIdentifier = key,
            TransactionData = Message,
            MajorKeyDerivationMode = MajorKeyDerivationMode.EmvOptionA,
            SessionKeyDerivationAttributes = session,
        }).AuthRequestCryptogram!;
        return Subject("VerifyAuthRequestCryptogram", right, WrongValue.Hex, given => new VerifyAuthRequestCryptogramRequest
        {
            KeyIdentifier = key,
            TransactionData = Message,
            MajorKeyDerivationMode = MajorKeyDerivationMode.EmvOptionA,
            SessionKeyDerivationAttributes = session,
            AuthRequestCryptogram = given,
        });
    }

    private TimingSubject Subject<T>(string operation, string right, Func<string, int, string> wrong, Func<string, ApiRequest<T>> request)
        where T : ApiResponse
    {
        ApiRequest<T> next = request(right);

        // What is refused below is refused for what is wrong in it.
        Send(next);
        return new TimingSubject($"{operation} in the engine: wrong in the first digit, in the last", kind => next = request(wrong(right, kind)), () =>
        {
            try
            {
                Send(next);
            }
            catch (VerificationFailedException)
            {
                return;
            }

            LibrarySubjects.Expect(isSo: false);
        });
    }

    private T Send<T>(ApiRequest<T> request)
        where T : ApiResponse => _service.SendAsync(request, CancellationToken.None).GetAwaiter().GetResult();

    private string Key(string usage, string algorithm, KeyModesOfUse modes) => Send(new CreateKeyRequest
    {
        Exportable = true,
        KeyAttributes = new() { KeyUsage = usage, KeyClass = KeyClass.SymmetricKey, KeyAlgorithm = algorithm, KeyModesOfUse = modes },
    }).Key!.KeyArn!;
}
