using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Dukpt;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using static PaymentCrypto.Tests.Cryptography.Limits;

namespace PaymentCrypto.Tests.Cryptography.Dukpt;

/// <summary>The lengths of keys and key serial numbers, and the usages, that X9.24-1 and -3 have.</summary>
public sealed class DukptLimitTests
{
    private static readonly byte[] Serial = Convert.FromHexString("FFFF9876543210E00001");
    private static readonly byte[] AesSerial = Convert.FromHexString("123456789012345600000003");

    [Fact]
    public void A_TDES_key_has_16_bytes_and_a_serial_number_10_or_8()
    {
        InvalidKey(
            () => TdesDukpt.DeriveInitialKey(new byte[15], Serial),
            () => TdesDukpt.DeriveTransactionKey(new byte[24], Serial),
            () => TdesDukpt.DeriveFromTransactionKey(new byte[8], TdesDukptUsage.Pin));
        InvalidArgument(() => TdesDukpt.DeriveFromTransactionKey(new byte[16], (TdesDukptUsage)99));
        Refused(
            CryptographyError.KeySerialNumber,
            () => TdesDukpt.DeriveInitialKey(new byte[16], new byte[9]),
            () => TdesDukpt.DeriveTransactionKey(new byte[16], new byte[11]),
            () => TdesDukpt.NextKeySerialNumber(new byte[12], new byte[12]));
        Assert.Equal(
            "A key serial number of TDES DUKPT has 20 hex digits (or 16), but this one has 24. AES DUKPT has 24.",
            Assert.Throws<CryptographyException>(() => TdesDukpt.DeriveInitialKey(new byte[16], AesSerial)).Message);
    }

    [Fact]
    public void An_AES_key_has_a_length_of_AES_and_a_serial_number_12_bytes()
    {
        InvalidKey(
            () => AesDukpt.DeriveInitialKey(new byte[15], AesSerial),
            () => AesDukpt.DeriveTransactionKey(new byte[33], AesSerial),
            () => AesDukpt.DeriveFromTransactionKey(new byte[8], AesSerial, AesDukptUsage.PinEncryption, AesDukptKeyType.Aes128));
        InvalidArgument(
            () => AesDukpt.DeriveWorkingKey(new byte[16], AesSerial, (AesDukptUsage)0xFFFF, AesDukptKeyType.Aes128),
            () => AesDukpt.DeriveFromTransactionKey(new byte[16], AesSerial, (AesDukptUsage)0xFFFF, AesDukptKeyType.Aes128),
            () => AesDukpt.DeriveWorkingKey(new byte[16], AesSerial, AesDukptUsage.PinEncryption, (AesDukptKeyType)99));
        Refused(
            CryptographyError.KeySerialNumber,
            () => AesDukpt.DeriveInitialKey(new byte[16], Serial),
            () => AesDukpt.DeriveTransactionKey(new byte[16], AesSerial.AsSpan(..8)),
            () => AesDukpt.DeriveWorkingKey(new byte[16], AesSerial.AsSpan(..8), AesDukptUsage.PinEncryption, AesDukptKeyType.Aes128),
            () => AesDukpt.DeriveFromTransactionKey(new byte[16], AesSerial.AsSpan(..8), AesDukptUsage.PinEncryption, AesDukptKeyType.Aes128),
            () => AesDukpt.NextKeySerialNumber(AesSerial.AsSpan(..11), new byte[12]));
        Assert.Equal(
            "A key serial number of AES DUKPT has 24 hex digits (its initial key identifier alone 16), but this one has 20. TDES DUKPT has 20.",
            Assert.Throws<CryptographyException>(() => AesDukpt.DeriveInitialKey(new byte[16], Serial)).Message);
        Assert.Equal(
            "A key serial number of AES DUKPT has 24 hex digits, but this one has 20. TDES DUKPT has 20.",
            Assert.Throws<CryptographyException>(() => AesDukpt.DeriveTransactionKey(new byte[16], Serial)).Message);
    }

    // A device holds the transaction key; the host that starts at the base key gets to the same working key.
    [Fact]
    public void The_working_key_of_a_transaction_key_is_that_of_its_base_key()
    {
        byte[] bdk = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");
        foreach (TdesDukptUsage usage in Enum.GetValues<TdesDukptUsage>())
        {
            using SecretBuffer initial = TdesDukpt.DeriveInitialKey(bdk, Serial);
            using SecretBuffer transaction = TdesDukpt.DeriveTransactionKey(initial.Span, Serial);
            using SecretBuffer device = TdesDukpt.DeriveFromTransactionKey(transaction.Span, usage);
            using SecretBuffer host = TdesDukpt.DeriveWorkingKey(bdk, Serial, usage);
            Assert.Equal(host.Span.ToArray(), device.Span.ToArray());
        }

        foreach (AesDukptKeyType type in Enum.GetValues<AesDukptKeyType>())
        {
            using SecretBuffer initial = AesDukpt.DeriveInitialKey(bdk, AesSerial);
            using SecretBuffer transaction = AesDukpt.DeriveTransactionKey(initial.Span, AesSerial);
            using SecretBuffer device = AesDukpt.DeriveFromTransactionKey(transaction.Span, AesSerial, AesDukptUsage.PinEncryption, type);
            using SecretBuffer host = AesDukpt.DeriveWorkingKey(bdk, AesSerial, AesDukptUsage.PinEncryption, type);
            Assert.Equal(host.Span.ToArray(), device.Span.ToArray());
        }
    }

    // X9.24-1:2009 table A-1: the byte that a usage inverts. X9.24-3:2017 6.3.2: a block of derivation data for each block of key.
    [Fact]
    public void The_steps_say_what_is_inverted_and_encrypted()
    {
        using CalculationSteps steps = [];
        TdesDukpt.DeriveFromTransactionKey(new byte[16], TdesDukptUsage.Pin, steps).Dispose();
        TdesDukpt.DeriveFromTransactionKey(new byte[16], TdesDukptUsage.DataResponse, steps).Dispose();
        Assert.Equal(
            ["Invert byte 8 of both halves for Pin", "Invert byte 4 of both halves for DataResponse", "Encrypt the key under itself"],
            steps.Select(step => step.Name));

        using CalculationSteps aes = [];
        AesDukpt.DeriveFromTransactionKey(new byte[16], AesSerial, AesDukptUsage.PinEncryption, AesDukptKeyType.Aes128, aes).Dispose();
        AesDukpt.DeriveFromTransactionKey(new byte[16], AesSerial, AesDukptUsage.PinEncryption, AesDukptKeyType.Aes192, aes).Dispose();
        Assert.All(aes, step => Assert.Equal("Derive the working key for PinEncryption", step.Name));
        Assert.Equal([2 * 16, 2 * 32], aes.Select(step => step.RevealInput().Length));
    }
}
