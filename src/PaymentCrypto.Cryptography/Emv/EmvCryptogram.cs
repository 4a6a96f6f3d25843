using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Macs;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Emv;

/// <summary>The cryptogram of a card's request (ARQC) and that of the issuer's response (ARPC): EMV 4.3 book 2, 8.1 and 8.2.</summary>
public static class EmvCryptogram
{
    /// <summary>Length of an application cryptogram in bytes.</summary>
    public const int Length = 8;

    /// <summary>Length of a response cryptogram of method 2 in bytes.</summary>
    public const int ResponseMethod2Length = 4;

    private const int LongestProprietaryData = 8;
    private const string SessionKey = "EMV session key";
    private const string Method1 = "EMV 4.3 book 2, 8.2.1";

    /// <summary>Computes an application cryptogram: ISO 9797-1 algorithm 3, nothing added to the data (book 2, 8.1.2).</summary>
    /// <param name="sessionKey">16 bytes: the session key, or the card key where a scheme has none.</param>
    /// <param name="data">The data of the transaction, already padded as the scheme says: whole blocks of 8 bytes, at least one.</param>
    /// <param name="cryptogram">Receives 8 bytes.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Request(ReadOnlySpan<byte> sessionKey, ReadOnlySpan<byte> data, Span<byte> cryptogram, CalculationSteps? steps = null)
    {
        EmvKeys.CheckKey(SessionKey, sessionKey);
        EmvKeys.CheckField("application cryptogram", cryptogram, Length);
        if (data.IsEmpty || data.Length % Length != 0)
        {
            throw new CryptographyException(
                CryptographyError.InvalidArgument,
                $"The data of a cryptogram must be padded to whole blocks of {Length} bytes, as the scheme says, but it has {data.Length} bytes.");
        }

        Iso9797Mac.Algorithm3(sessionKey, data, Iso9797Padding.None, cryptogram, steps);
    }

    /// <summary>Computes a response cryptogram by method 1 (book 2, 8.2.1).</summary>
    /// <param name="key">16 bytes: the session key; the card key for M/Chip cards with Mastercard session keys.</param>
    /// <param name="requestCryptogram">The ARQC: 8 bytes.</param>
    /// <param name="responseCode">The ARC: 2 bytes.</param>
    /// <param name="cryptogram">Receives 8 bytes.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void ResponseMethod1(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> requestCryptogram, ReadOnlySpan<byte> responseCode, Span<byte> cryptogram, CalculationSteps? steps = null)
    {
        EmvKeys.CheckKey(SessionKey, key);
        EmvKeys.CheckField("application cryptogram", requestCryptogram, Length);
        EmvKeys.CheckField("authorisation response code", responseCode, 2);
        EmvKeys.CheckField("response cryptogram of method 1", cryptogram, Length);
        Span<byte> data = stackalloc byte[Length];
        requestCryptogram.CopyTo(data);
        Bytes.Xor(data[..2], responseCode);
        TdesBlock.Encrypt(key, data, cryptogram);
        if (steps is not null)
        {
            steps.Add("XOR the response code into the first two bytes of the ARQC", Method1, requestCryptogram, null, data);
            steps.AddTdes("Encrypt", Method1, data, key, cryptogram);
        }
    }

    /// <summary>Computes a response cryptogram by method 2 (book 2, 8.2.2).</summary>
    /// <param name="sessionKey">16 bytes.</param>
    /// <param name="requestCryptogram">The ARQC: 8 bytes.</param>
    /// <param name="cardStatusUpdate">The CSU: 4 bytes.</param>
    /// <param name="proprietaryData">Proprietary authentication data: up to 8 bytes.</param>
    /// <param name="cryptogram">Receives 4 bytes.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void ResponseMethod2(
        ReadOnlySpan<byte> sessionKey,
        ReadOnlySpan<byte> requestCryptogram,
        ReadOnlySpan<byte> cardStatusUpdate,
        ReadOnlySpan<byte> proprietaryData,
        Span<byte> cryptogram,
        CalculationSteps? steps = null)
    {
        EmvKeys.CheckKey(SessionKey, sessionKey);
        EmvKeys.CheckField("application cryptogram", requestCryptogram, Length);
        EmvKeys.CheckField("card status update", cardStatusUpdate, 4);
        EmvKeys.CheckField("response cryptogram of method 2", cryptogram, ResponseMethod2Length);
        if (proprietaryData.Length > LongestProprietaryData)
        {
            throw new CryptographyException(
                CryptographyError.InvalidArgument,
                $"Proprietary authentication data has up to {LongestProprietaryData} bytes, but this has {proprietaryData.Length}.");
        }

        Span<byte> data = stackalloc byte[Length + 4 + proprietaryData.Length];
        requestCryptogram.CopyTo(data);
        cardStatusUpdate.CopyTo(data[Length..]);
        proprietaryData.CopyTo(data[(Length + 4)..]);
        steps?.Add("Join ARQC, CSU and proprietary data", "EMV 4.3 book 2, 8.2.2", requestCryptogram, null, data);
        Iso9797Mac.Algorithm3(sessionKey, data, Iso9797Padding.Method2, cryptogram, steps);
        CryptographicOperations.ZeroMemory(data);
    }
}
