using PaymentCrypto.Api;
using PaymentCrypto.Tests.Local.Exchange;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.DataPlane;

/// <summary>What the operations of card values and cryptograms refuse, and that what they generate verifies.</summary>
public sealed class CardValueRefusalTests : IDisposable
{
    private const string Pan = "4111111111111111";
    private const string AmexPan = "371234567890123";
    private static readonly byte[] Key = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");
    private readonly ExchangeBench _bench = new();

    public static TheoryData<string, string, string> WrongKeys => new()
    {
        { KeyUsage.Tr31D0SymmetricDataEncryptionKey, KeyAlgorithm.Tdes2Key, "N" },
        { KeyUsage.Tr31C0CardVerificationKey, KeyAlgorithm.Aes128, "C" },
        { KeyUsage.Tr31C0CardVerificationKey, KeyAlgorithm.Tdes2Key, "V" },
        { KeyUsage.Tr31E0EmvMkeyAppCryptograms, KeyAlgorithm.Tdes2Key, "X" },
    };

    [Theory]
    [MemberData(nameof(WrongKeys))]
    public async Task A_key_of_another_usage_algorithm_or_mode_is_refused(string usage, string algorithm, string mode)
    {
        string arn = _bench.Place(Key, usage, algorithm, mode);
        await Assert.ThrowsAsync<ValidationException>(() => Generate(arn, Pan, new() { CardVerificationValue2 = new() { CardExpiryDate = "2512" } }));
    }

    [Fact]
    public async Task What_has_no_public_formula_says_so()
    {
        string arn = _bench.Place(Key, KeyUsage.Tr31E6EmvMkeyOther, KeyAlgorithm.Tdes2Key, "X");
        ValidationException refusal = await Assert.ThrowsAsync<ValidationException>(() => Generate(
            arn, Pan, new()
            {
                CardHolderVerificationValue = new()
                {
                    UnpredictableNumber = "00",
                    PanSequenceNumber = "00",
                    ApplicationTransactionCounter = "01"
                }
            }));
        Assert.Contains("CardHolderVerificationValue", refusal.Message, StringComparison.Ordinal);
        refusal = await Assert.ThrowsAsync<ValidationException>(() => _bench.Service.Send(new VerifyCardValidationDataRequest
        {
            KeyIdentifier = arn,
            PrimaryAccountNumber = Pan,
            ValidationData = "123",
            VerificationAttributes = new()
            {
                DiscoverDynamicCardVerificationCode = new()
                {
                    CardExpiryDate = "2512",
                    UnpredictableNumber = "00",
                    ApplicationTransactionCounter = "01"
                }
            },
        }));
        Assert.Contains("DiscoverDynamicCardVerificationCode", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("37123456789012")]
    [InlineData("3712345678901234")]
    public async Task A_security_code_needs_fifteen_digits_and_the_refusal_does_not_show_them(string pan)
    {
        string arn = _bench.Place(Key, KeyUsage.Tr31C0CardVerificationKey, KeyAlgorithm.Tdes2Key, "C");
        ValidationException refusal = await Assert.ThrowsAsync<ValidationException>(
            () => Generate(arn, pan, new() { AmexCardSecurityCodeVersion1 = new() { CardExpiryDate = "2512" } }));
        Assert.DoesNotContain(pan, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Track_data_that_end_in_half_a_byte_are_refused()
    {
        string arn = _bench.Place(Key, KeyUsage.Tr31E4EmvMkeyDynamicNumbers, KeyAlgorithm.Tdes2Key, "X");
        await Assert.ThrowsAsync<ValidationException>(() => Generate(arn, Pan, new()
        {
            DynamicCardVerificationCode =
                new() { UnpredictableNumber = "899", PanSequenceNumber = "00", ApplicationTransactionCounter = "5E", TrackData = "411" },
        }));
    }

    [Fact]
    public async Task What_is_generated_verifies_and_nothing_else_does()
    {
        string arn = _bench.Place(Key, KeyUsage.Tr31C0CardVerificationKey, KeyAlgorithm.Tdes2Key, "C");
        for (int length = 3; length <= 5; length++)
        {
            string code = (await Generate(arn, AmexPan, new() { AmexCardSecurityCodeVersion2 = new() { CardExpiryDate = "2512", ServiceCode = "999" } },
                length)).ValidationData!;
            Assert.Equal(length, code.Length);
            VerifyCardValidationDataRequest verify = new()
            {
                KeyIdentifier = arn,
                PrimaryAccountNumber = AmexPan,
                ValidationData = code,
                VerificationAttributes = new() { AmexCardSecurityCodeVersion2 = new() { CardExpiryDate = "2512", ServiceCode = "999" } },
            };
            Assert.Equal(arn, (await _bench.Service.Send(verify)).KeyArn);
            string other = (char)('0' + ((code[0] - '0' + 1) % 10)) + code[1..];
            await Assert.ThrowsAsync<VerificationFailedException>(() => _bench.Service.Send(verify with { ValidationData = other }));
        }
    }

    [Theory]
    [InlineData("EMV_OPTION_A", "0011223344556677", true)]
    [InlineData("EMV_OPTION_A", "00112233445566", false)]
    [InlineData("EMV_OPTION_A", "001122334455667", false)]
    [InlineData("EMV_OPTION_B", "0011223344556677", false)]
    public async Task Transaction_data_are_whole_blocks_and_option_B_is_for_long_PANs(string mode, string data, bool isTaken)
    {
        string arn = _bench.Place(Key, KeyUsage.Tr31E0EmvMkeyAppCryptograms, KeyAlgorithm.Tdes2Key, "X");
        GenerateAuthRequestCryptogramRequest request = new()
        {
            KeyIdentifier = arn,
            TransactionData = data,
            MajorKeyDerivationMode = mode,
            SessionKeyDerivationAttributes = new() { Visa = new() { PrimaryAccountNumber = Pan, PanSequenceNumber = "00" } },
        };
        if (isTaken)
        {
            Assert.Equal(16, (await _bench.Service.Send(request)).AuthRequestCryptogram!.Length);
            return;
        }

        ValidationException refusal = await Assert.ThrowsAsync<ValidationException>(() => _bench.Service.Send(request));
        Assert.DoesNotContain(Pan, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_scheme_generates_what_it_verifies()
    {
        const string LongPan = "4111111111111111111";
        string arn = _bench.Place(Key, KeyUsage.Tr31E0EmvMkeyAppCryptograms, KeyAlgorithm.Tdes2Key, "X");
        SessionKeyDerivation[] schemes =
        [
            new() { EmvCommon = new() { PrimaryAccountNumber = LongPan, PanSequenceNumber = "01", ApplicationTransactionCounter = "0001" } },
            new() { Mastercard = new() { PrimaryAccountNumber = LongPan, PanSequenceNumber = "01", ApplicationTransactionCounter = "0001",
                UnpredictableNumber = "01020304" } },
            new() { Emv2000 = new() { PrimaryAccountNumber = LongPan, PanSequenceNumber = "01", ApplicationTransactionCounter = "0001" } },
            new() { UnionPay = new() { PrimaryAccountNumber = LongPan, PanSequenceNumber = "01", ApplicationTransactionCounter = "0001" } },
            new() { Visa = new() { PrimaryAccountNumber = LongPan, PanSequenceNumber = "01" } },
        ];
        HashSet<string> cryptograms = [];
        foreach (SessionKeyDerivation scheme in schemes)
        {
            foreach (string mode in scheme.UnionPay is null ? MajorKeyDerivationMode.All : [MajorKeyDerivationMode.EmvOptionA])
            {
                string cryptogram = (await _bench.Service.Send(new GenerateAuthRequestCryptogramRequest
                {
                    KeyIdentifier = arn,
                    TransactionData = "0011223344556677",
                    MajorKeyDerivationMode = mode,
                    SessionKeyDerivationAttributes = scheme,
                })).AuthRequestCryptogram!;
                Assert.True(cryptograms.Add(cryptogram), "Two schemes gave the same cryptogram.");
                VerifyAuthRequestCryptogramRequest verify = new()
                {
                    KeyIdentifier = arn,
                    TransactionData = "0011223344556677",
                    MajorKeyDerivationMode = mode,
                    SessionKeyDerivationAttributes = scheme,
                    AuthRequestCryptogram = cryptogram,
                };
                Assert.Null((await _bench.Service.Send(verify)).AuthResponseValue);
                await Assert.ThrowsAsync<VerificationFailedException>(() => _bench.Service.Send(verify with { TransactionData = "0011223344556678" }));
            }
        }
    }

    [Fact]
    public async Task A_PIN_block_of_another_key_is_refused_with_the_one_text()
    {
        string pek = _bench.Place(Key, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "D");
        string mac = _bench.Place(Convert.FromHexString("FEDCBA98765432100123456789ABCDEF"), KeyUsage.Tr31E2EmvMkeyIntegrity, KeyAlgorithm.Tdes2Key, "X");
        string encryption =
            _bench.Place(Convert.FromHexString("89ABCDEF0123456776543210FEDCBA98"), KeyUsage.Tr31E1EmvMkeyConfidentiality, KeyAlgorithm.Tdes2Key, "X");
        ValidationException refusal = await Assert.ThrowsAsync<ValidationException>(() => _bench.Service.Send(new GenerateMacEmvPinChangeRequest
        {
            NewPinPekIdentifier = pek,
            NewEncryptedPinBlock = "0000000000000000",
            PinBlockFormat = PinBlockFormatForEmvPinChange.IsoFormat0,
            SecureMessagingIntegrityKeyIdentifier = mac,
            SecureMessagingConfidentialityKeyIdentifier = encryption,
            MessageData = "8424000210001C24CCF3DEE3158C70",
            DerivationMethodAttributes = new()
            {
                Mastercard = new()
                {
                    MajorKeyDerivationMode = MajorKeyDerivationMode.EmvOptionA,
                    PrimaryAccountNumber = Pan,
                    PanSequenceNumber = "00",
                    ApplicationCryptogram = "24CCF3DEE3158C70",
                },
            },
        }));
        Assert.Equal("Pin block provided is invalid. Please check your input to ensure all field values are correct.", refusal.Message);
    }

    public void Dispose() => _bench.Dispose();

    private Task<GenerateCardValidationDataResponse> Generate(string arn, string pan, CardGenerationAttributes attributes, int? length = null) =>
        _bench.Service.Send(
        new GenerateCardValidationDataRequest
        {
            KeyIdentifier = arn,
            PrimaryAccountNumber = pan,
            GenerationAttributes = attributes,
            ValidationDataLength = length
        });
}
