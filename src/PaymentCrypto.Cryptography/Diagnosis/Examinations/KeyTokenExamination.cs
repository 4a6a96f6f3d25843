using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Cryptography.Diagnosis.Examinations;

/// <summary>Every check of a TR-34 token, with or without the certificates and the private key that belong to it.</summary>
public sealed class KeyTokenExamination
{
    private readonly Examination _examination = new();
    private readonly KeyTokenEvidence _evidence;

    private KeyTokenExamination(KeyTokenEvidence evidence) => _evidence = evidence;

    /// <summary>Examines a token.</summary>
    /// <param name="encoded">The token, DER or BER.</param>
    /// <param name="evidence">What is known beside it.</param>
    /// <returns>The findings.</returns>
    public static KeyTokenResult Examine(ReadOnlySpan<byte> encoded, KeyTokenEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return new KeyTokenExamination(evidence).Run(encoded);
    }

    private KeyTokenResult Run(ReadOnlySpan<byte> encoded)
    {
        Tr34KeyBlock token;
        try
        {
            token = Tr34KeyBlock.Parse(encoded);
            _examination.Pass(nameof(CryptographyError.Tr34Malformed),
                $"A TR-34 key token in the layout {token.Dialect}, of {encoded.Length.ToString(CultureInfo.InvariantCulture)} bytes.");
        }
        catch (CryptographyException error)
        {
            _examination.Fail(error);
            _examination.Unknown(nameof(CryptographyError.Tr34SignatureInvalid), "The token can't be read, so that nothing in it was looked at.");
            return new KeyTokenResult { Findings = _examination.Findings };
        }

        Tr31KeyBlockHeader? header = Header(token);
        Tr34SignatureForm? form = Signer(token);
        Freshness(token);
        TokenRecipient? recipient = Recipient(token);
        bool sound = Envelope(token);
        int? length = sound ? Open(token, form, recipient) : null;
        if (length is null)
        {
            _examination.Unknown(nameof(CryptographyError.Tr34EphemeralKey),
                "The token was not opened: that takes the receiver's private key, and a token that is sound as far as it can be seen.");
        }

        return new KeyTokenResult { Findings = _examination.Findings, Token = token, Header = header, KeyLength = length, Recipient = recipient };
    }

    private Tr31KeyBlockHeader? Header(Tr34KeyBlock token)
    {
        Tr31KeyBlockHeader? header = null;
        _examination.Try(CryptographyError.Tr34Header, $"Header {token.Header}.", () => header = token.ReadHeader());
        return header;
    }

    private Tr34SignatureForm? Signer(Tr34KeyBlock token)
    {
        X509Certificate2? signer = _evidence.Signer ?? Matching(token);
        if (signer is null)
        {
            _examination.Unknown(nameof(CryptographyError.Tr34SignatureInvalid),
                $"The token is signed by the certificate with {token.Signer}, which was not given.");
            Digest(token);
            return null;
        }

        _examination.Add(CertificateExamination.Examine([signer], _evidence.Authorities, CertificatePurpose.Signing, _evidence.Options));
        if (!_examination.Try(
            CryptographyError.Tr34SignerMismatch,
            $"The token names the signing certificate {signer.Subject}.",
            () => Tr34Opener.CheckIdentifier(token.Signer, CertificateIdentifier.Of(signer), CryptographyError.Tr34SignerMismatch,
                "is signed by the certificate with", "signing (KDH)")))
        {
            Digest(token);
            _examination.Unknown(nameof(CryptographyError.Tr34SignatureInvalid),
                "The certificate is another than the token names, so that its signature was not checked.");
            return null;
        }

        Tr34SignatureForm? form = null;
        _examination.Try(CryptographyError.Tr34SignatureInvalid, "Digest and signature verify.", () => form = token.VerifySignature(signer));
        return form;
    }

    // Without the sender's certificate the digest shows a change on the way all the same.
    private void Digest(Tr34KeyBlock token) => _examination.Try(CryptographyError.Tr34DigestMismatch, "The signed digest is that of the envelope.", () =>
    {
        if (!CryptographicOperations.FixedTimeEquals(token.ComputeDigest(), token.MessageDigest.Span))
        {
            throw new CryptographyException(CryptographyError.Tr34DigestMismatch,
                "The signed digest is not that of the envelope: the envelope was changed after signing, or the digest was taken over other bytes.");
        }
    });

    private static X509Certificate2? Carried(ReadOnlyMemory<byte> encoded)
    {
        try
        {
            return CertificateReader.FromDer(encoded.Span);
        }
        catch (CryptographyException)
        {
            return null;
        }
    }

    private static X509Certificate2? Matching(Tr34KeyBlock token)
        => token.Certificates.Select(Carried).FirstOrDefault(certificate =>
            certificate is not null && token.Signer.Matches(CertificateIdentifier.Of(certificate)));

    private void Freshness(Tr34KeyBlock token)
    {
        if (token.RandomNonce is { } nonce && _evidence.Nonce.IsEmpty && !_evidence.NonceIsComplete)
        {
            _examination.Unknown(nameof(CryptographyError.Tr34NonceMismatch),
                $"A two-pass token with the nonce {Convert.ToHexString(nonce.Span)}; none was given to compare with.");
            return;
        }

        _examination.Try(
            CryptographyError.Tr34NonceMismatch,
            token.RandomNonce is null ? "A one-pass token, signed in time." : "It has the nonce that was issued.",
            () => Tr34Freshness.Check(token, _evidence.Nonce.Span, _evidence.Options));
    }

    private TokenRecipient? Recipient(Tr34KeyBlock token)
    {
        TokenRecipient[] known = _evidence.Recipients.Where(static recipient => recipient.Certificate is not null).ToArray();
        TokenRecipient? given = Array.Find(known, static recipient => recipient.IsGiven);
        TokenRecipient? named = Array.Find(known, recipient => recipient.IsGiven && IsFor(token, recipient))
            ?? Array.Find(known, recipient => IsFor(token, recipient));
        if (given is null)
        {
            if (named is null)
            {
                _examination.Unknown(nameof(CryptographyError.Tr34RecipientMismatch), $"The token is for the certificate with {token.Recipient}; "
                    + $"{(known.Length == 0 ? "none was given to compare with" : "that is none of those known here")}.");
            }
            else
            {
                _examination.Pass(nameof(CryptographyError.Tr34RecipientMismatch), $"The token is for {named.Name}.");
            }

            return named;
        }

        if (named == given)
        {
            _examination.Pass(nameof(CryptographyError.Tr34RecipientMismatch), $"The token is for {given.Name}, as it should be.");
            return given;
        }

        _examination.Fail(
            nameof(CryptographyError.Tr34RecipientMismatch),
            named is null
                ? $"The token is for the certificate with {token.Recipient}; {given.Name} has {CertificateIdentifier.Of(given.Certificate!)}."
                : $"The token is for {named.Name}, not for {given.Name}.",
            named?.Name ?? token.Recipient.ToString());
        return named;
    }

    private static bool IsFor(Tr34KeyBlock token, TokenRecipient recipient) => token.Recipient.Matches(CertificateIdentifier.Of(recipient.Certificate!));

    private bool Envelope(Tr34KeyBlock token)
    {
        bool transport = _examination.Try(CryptographyError.Tr34KeyTransport, "The ephemeral key is under RSA-OAEP with SHA-256.",
            () => Tr34Opener.CheckKeyTransport(token));
        bool cipher = _examination.Try(CryptographyError.Tr34Cipher, $"The content is encrypted with {token.Cipher}.", () => Tr34Opener.CheckContent(token));
        return transport && cipher;
    }

    private int? Open(Tr34KeyBlock token, Tr34SignatureForm? form, TokenRecipient? recipient)
    {
        if (recipient?.PrivateKey is not { } privateKey)
        {
            return null;
        }

        var options = new Tr34OpenOptions
        {
            RecipientPrivateKey = privateKey,
            RecipientCertificate = recipient.Certificate!,
            SignerCertificate = _evidence.Signer ?? recipient.Certificate!,
            ValidAt = _evidence.Options.ValidAt,
        };
        try
        {
            using Tr34OpenedKey opened = Tr34Opener.Unwrap(token, form ?? Tr34SignatureForm.AsReceived, options);
            _examination.Pass(nameof(CryptographyError.Tr34EphemeralKey),
                string.Create(CultureInfo.InvariantCulture, $"The token opens with the key of {recipient.Name}; the key in it has {opened.Key.Length} bytes."));
            CompareCheckValue(token, opened);
            return opened.Key.Length;
        }
        catch (CryptographyException error)
        {
            _examination.Fail(error);
            return null;
        }
    }

    private void CompareCheckValue(Tr34KeyBlock token, Tr34OpenedKey opened)
    {
        var algorithm = (Tr31Algorithm)Tr34Header.Algorithm(token.Header);
        if (string.IsNullOrWhiteSpace(_evidence.CheckValue) || WrappedKeyRules.CipherOf(algorithm) is not { } cipher)
        {
            _examination.Unknown(ExchangeCause.CheckValue, "No check value was given to compare the key with.");
            return;
        }

        CheckValueMethods.Examine(_examination, cipher, opened.Key, _evidence.CheckValue, "key in the token");
    }
}
