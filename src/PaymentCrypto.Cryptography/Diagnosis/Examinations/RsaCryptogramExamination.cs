using System.Globalization;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Diagnosis.Examinations;

/// <summary>
/// Every check of a key under RSA-OAEP: length, decryption, the key in it, its check value. When it does not open, other paddings and the
/// other private keys are tried: only for the owner of those keys, at whose prompt this runs; nothing of it is on the wire.
/// </summary>
public sealed class RsaCryptogramExamination
{
    private static readonly (RSAEncryptionPadding Padding, string Name)[] Paddings =
    [
        (RSAEncryptionPadding.OaepSHA256, "RSA-OAEP with SHA-256"),
        (RSAEncryptionPadding.OaepSHA512, "RSA-OAEP with SHA-512"),
        (RSAEncryptionPadding.OaepSHA1, "RSA-OAEP with SHA-1"),
        (RSAEncryptionPadding.OaepSHA384, "RSA-OAEP with SHA-384"),
    ];

    private readonly Examination _examination = new();
    private readonly RsaCryptogramEvidence _evidence;

    private RsaCryptogramExamination(RsaCryptogramEvidence evidence) => _evidence = evidence;

    /// <summary>Examines a cryptogram.</summary>
    /// <param name="cryptogram">The cryptogram.</param>
    /// <param name="evidence">What is known beside it.</param>
    /// <returns>The findings, the first cause first.</returns>
    public static IReadOnlyList<ExchangeFinding> Examine(ReadOnlyMemory<byte> cryptogram, RsaCryptogramEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var examination = new RsaCryptogramExamination(evidence);
        examination.Run(cryptogram.ToArray());
        return examination._examination.Findings;
    }

    private void Run(byte[] cryptogram)
    {
        TokenRecipient[] candidates = _evidence.Recipients.Where(static recipient => recipient.PrivateKey is not null)
            .OrderByDescending(static recipient => recipient.IsGiven)
            .ToArray();
        TokenRecipient? given = Array.Find(candidates, static recipient => recipient.IsGiven);
        int[] lengths = candidates.Select(static recipient => recipient.PrivateKey!.KeySize / 8).ToArray();
        int? stated = given?.PrivateKey!.KeySize / 8;
        if (stated is { } wanted && cryptogram.Length != wanted && !lengths.Contains(cryptogram.Length))
        {
            _examination.Fail(
                nameof(CryptographyError.CryptogramLength),
                string.Create(CultureInfo.InvariantCulture,
                    $"The cryptogram has {cryptogram.Length} bytes; under {given!.Name} it has exactly {wanted}. Leading zeros count."),
                string.Create(CultureInfo.InvariantCulture, $"{wanted} bytes"));
            Hide();
            return;
        }

        if (stated is null && !lengths.Contains(cryptogram.Length) && cryptogram.Length is not (256 or 384 or 512))
        {
            _examination.Fail(
                nameof(CryptographyError.CryptogramLength),
                string.Create(CultureInfo.InvariantCulture,
                    $"The cryptogram has {cryptogram.Length} bytes, which no modulus of the service has. Leading zeros count."),
                "256, 384 or 512 bytes");
            Hide();
            return;
        }

        if (candidates.Length == 0)
        {
            Hide();
            return;
        }

        _examination.Pass(nameof(CryptographyError.CryptogramLength), string.Create(CultureInfo.InvariantCulture, $"{cryptogram.Length} bytes."));
        foreach (TokenRecipient candidate in candidates.Where(candidate => candidate.PrivateKey!.KeySize / 8 == cryptogram.Length))
        {
            foreach ((RSAEncryptionPadding padding, string name) in Paddings)
            {
                if (TryOpen(cryptogram, candidate.PrivateKey!, padding) is { } key)
                {
                    using (key)
                    {
                        Opened(key, candidate, given, padding, name);
                        return;
                    }
                }
            }
        }

        foreach (TokenRecipient candidate in candidates.Where(candidate => candidate.PrivateKey!.KeySize / 8 == cryptogram.Length))
        {
            if (TryOldPadding(cryptogram, candidate.PrivateKey!))
            {
                _examination.Fail(ExchangeCause.CryptogramPadding, $"The cryptogram is padded by PKCS#1 v1.5, for {candidate.Name}.", "RSA-OAEP");
                Hide();
                return;
            }
        }

        byte[] reversed = [.. Enumerable.Reverse(cryptogram)];
        foreach (TokenRecipient candidate in candidates.Where(candidate => candidate.PrivateKey!.KeySize / 8 == cryptogram.Length))
        {
            foreach ((RSAEncryptionPadding padding, string name) in Paddings)
            {
                using SecretBuffer? key = TryOpen(reversed, candidate.PrivateKey!, padding);
                if (key is not null)
                {
                    _examination.Fail(
                        ExchangeCause.CryptogramByteOrder,
                        $"The cryptogram opens with the private key of {candidate.Name} ({name}) when its bytes are in reverse order.",
                        "the most significant byte first");
                    Content(key.Span);
                    return;
                }
            }
        }

        if (given is null)
        {
            _examination.Unknown(nameof(CryptographyError.CryptogramDecryption), "The cryptogram opens with none of the private keys that are here.");
        }
        else
        {
            _examination.Fail(nameof(CryptographyError.CryptogramDecryption),
                $"The cryptogram does not open with the private key of {given.Name}, by any padding that is known: it was made for another key, or changed.");
        }

        Hide();
    }

    private void Opened(SecretBuffer key, TokenRecipient candidate, TokenRecipient? given, RSAEncryptionPadding padding, string name)
    {
        RSAEncryptionPadding stated = _evidence.Hash == RsaOaepHash.Sha512 ? RSAEncryptionPadding.OaepSHA512 : RSAEncryptionPadding.OaepSHA256;
        if (given is not null && candidate != given)
        {
            _examination.Fail(ExchangeCause.CryptogramRecipient, $"The cryptogram is for {candidate.Name}, not for {given.Name}.", candidate.Name);
        }
        else
        {
            _examination.Pass(nameof(CryptographyError.CryptogramDecryption), $"The cryptogram opens with the private key of {candidate.Name}.");
        }

        if (padding == stated)
        {
            _examination.Pass(ExchangeCause.CryptogramPadding, $"{name}, as stated.");
        }
        else
        {
            _examination.Fail(ExchangeCause.CryptogramPadding, $"The cryptogram is padded by {name}.", Paddings.First(entry => entry.Padding == stated).Name);
        }

        Content(key.Span);
    }

    private void Content(ReadOnlySpan<byte> key)
    {
        if (key.Length > 16 && IsHexText(key))
        {
            _examination.Fail(
                ExchangeCause.CryptogramContent,
                string.Create(CultureInfo.InvariantCulture,
                    $"What was encrypted is a text of {key.Length} hex digits, and not the {key.Length / 2} bytes of the key."),
                "the bytes of the key");
            return;
        }

        if (_evidence.KeyLength is { } wanted ? key.Length != wanted : key.Length is not (16 or 24 or 32 or 28 or 48 or 64))
        {
            string shorter = _evidence.KeyLength is 24 && key.Length == 16 ? "; a three-key TDES key was sent as two-key" : "";
            _examination.Fail(
                nameof(CryptographyError.CryptogramKeyLength),
                string.Create(CultureInfo.InvariantCulture, $"The key in the cryptogram has {key.Length} bytes{shorter}."),
                _evidence.KeyLength is { } length ? string.Create(CultureInfo.InvariantCulture, $"{length} bytes") : "16, 24 or 32 bytes");
            return;
        }

        _examination.Pass(nameof(CryptographyError.CryptogramKeyLength), string.Create(CultureInfo.InvariantCulture, $"The key has {key.Length} bytes."));
        BlockCipherAlgorithm? cipher = _evidence.Algorithm ?? (key.Length == 32 ? BlockCipherAlgorithm.Aes : null);
        if (string.IsNullOrWhiteSpace(_evidence.CheckValue) || cipher is not { } algorithm || key.Length > 32)
        {
            _examination.Unknown(ExchangeCause.CheckValue, "The check value was not compared: it was not given, or the algorithm of the key was not.");
            return;
        }

        CheckValueMethods.Examine(_examination, algorithm, key, _evidence.CheckValue, "key in the cryptogram");
    }

    private static bool IsHexText(ReadOnlySpan<byte> key)
    {
        foreach (byte b in key)
        {
            if (!char.IsAsciiHexDigit((char)b))
            {
                return false;
            }
        }

        return true;
    }

    private static SecretBuffer? TryOpen(byte[] cryptogram, RSA key, RSAEncryptionPadding padding)
    {
        using var room = new SecretBuffer(cryptogram.Length);
        try
        {
            return key.TryDecrypt(cryptogram, room.Span, padding, out int length) && length > 0 ? SecretBuffer.CopyOf(room.Span[..length]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // OpenSSL answers a wrong padding with random bytes of a random length (implicit rejection): only what can be the key counts.
    private bool TryOldPadding(byte[] cryptogram, RSA key)
    {
        using SecretBuffer? opened = TryOpen(cryptogram, key, RSAEncryptionPadding.Pkcs1);
        if (opened is null || opened.Length != (_evidence.KeyLength ?? opened.Length) || opened.Length is not (16 or 24 or 32))
        {
            return false;
        }

        return string.IsNullOrWhiteSpace(_evidence.CheckValue) || _evidence.Algorithm is not { } algorithm
            || (CheckValueMethods.Read(_evidence.CheckValue) is { } digits
                && CheckValueMethods.Agree(KeyBlocks.CheckValues.KeyCheckValue.Standard(algorithm, opened.Span), digits));
    }

    private void Hide() =>
        _examination.Unknown(nameof(CryptographyError.CryptogramKeyLength), "The cryptogram was not opened, so that the key in it was not looked at.");
}
