namespace PaymentCrypto.Cryptography;

/// <summary>The check that refused an input. Names are stable: callers map them to their own errors.</summary>
public enum CryptographyError
{
    /// <summary>A key has a length or form that its algorithm does not have.</summary>
    InvalidKey,

    /// <summary>An argument that is not part of a received block is out of its documented range.</summary>
    InvalidArgument,

    /// <summary>A text that should be hex has an odd length or a character that is not a hex digit.</summary>
    InvalidHex,

    /// <summary>A key block holds a character outside printable ASCII, or is shorter than a header.</summary>
    Tr31Characters,

    /// <summary>The version letter of a key block is not A, B, C, D or E, or may not be written.</summary>
    Tr31Version,

    /// <summary>The length field of a key block is not four digits or differs from the real length, or the block would be too long.</summary>
    Tr31Length,

    /// <summary>A field of a key block header (usage, algorithm, mode, key version, exportability, count, context) has no defined value.</summary>
    Tr31HeaderField,

    /// <summary>An optional block is malformed, runs past the block, is repeated, or stands in the wrong place.</summary>
    Tr31OptionalBlock,

    /// <summary>The content of a well-formed optional block is not what its identifier prescribes.</summary>
    Tr31OptionalBlockContent,

    /// <summary>The part after the header is not hex, too short, or not a whole number of cipher blocks.</summary>
    Tr31Payload,

    /// <summary>The algorithm or length of the key block protection key does not fit the version of the key block.</summary>
    Tr31ProtectionKeyMismatch,

    /// <summary>The MAC of a key block does not verify: another protection key, or a changed block.</summary>
    Tr31Mac,

    /// <summary>The length of a wrapped key is impossible or does not fit the algorithm that the header names.</summary>
    Tr31KeyLength,

    /// <summary>A check value carried in a key block differs from the computed one.</summary>
    Tr31CheckValue,

    /// <summary>A key whose header says that it is not exportable was to be wrapped again.</summary>
    Tr31NotExportable,

    /// <summary>A key is wrapped under a key that is weaker than itself. Only ever a warning.</summary>
    WeakerWrappingKey,

    /// <summary>A key component is malformed, of another length than its peers, or fails its check value.</summary>
    KeyComponent,

    /// <summary>A DUKPT key serial number has a length or form that the base derivation key's algorithm does not have.</summary>
    KeySerialNumber,

    /// <summary>The input is not a certificate, or one of its fields can't be read.</summary>
    CertificateMalformed,

    /// <summary>The certificate input is longer than what is read.</summary>
    CertificateTooLarge,

    /// <summary>Exactly one certificate was expected.</summary>
    CertificateCount,

    /// <summary>The certificate's validity has not begun.</summary>
    CertificateNotYetValid,

    /// <summary>The certificate's validity has ended.</summary>
    CertificateExpired,

    /// <summary>The certificate names another issuer than the one given.</summary>
    CertificateIssuerMismatch,

    /// <summary>The certificate's signature is not by the issuer's key.</summary>
    CertificateSignature,

    /// <summary>The certificate or revocation list is signed with an algorithm that is broken or not known.</summary>
    CertificateSignatureAlgorithm,

    /// <summary>The certificate's key is stronger than its issuer may certify.</summary>
    CertificateStrength,

    /// <summary>A root certificate is not signed by its own key.</summary>
    CertificateNotSelfSigned,

    /// <summary>A certificate that is used as an issuer says that it is none.</summary>
    CertificateNotAuthority,

    /// <summary>The certificate's public key has an algorithm, length or curve that can't be used.</summary>
    CertificateKeyType,

    /// <summary>The revocation list names the certificate.</summary>
    CertificateRevoked,

    /// <summary>The revocation list can't be read, is by another issuer or has a wrong signature.</summary>
    CertificateRevocationList,

    /// <summary>The revocation list is not current.</summary>
    CertificateRevocationListExpired,

    /// <summary>The token is longer than what is read.</summary>
    Tr34TooLarge,

    /// <summary>The token is shorter than it announces.</summary>
    Tr34Truncated,

    /// <summary>Something follows the token.</summary>
    Tr34TrailingData,

    /// <summary>The token is not the structure that TR-34 describes.</summary>
    Tr34Malformed,

    /// <summary>The text is neither hex nor PEM nor base64 of a token.</summary>
    Tr34TextForm,

    /// <summary>The token is a CMS object of another kind than the one expected.</summary>
    Tr34ContentType,

    /// <summary>A key token has exactly one signer.</summary>
    Tr34SignerCount,

    /// <summary>A key token has exactly one recipient.</summary>
    Tr34RecipientCount,

    /// <summary>A signed attribute that a key token needs is missing, doubled or malformed.</summary>
    Tr34Attribute,

    /// <summary>The key block header is not one.</summary>
    Tr34Header,

    /// <summary>The token names another signer (KDH) than the certificate given.</summary>
    Tr34SignerMismatch,

    /// <summary>The message digest attribute is not the digest of the envelope.</summary>
    Tr34DigestMismatch,

    /// <summary>The signature is not by the signer's key over the signed attributes.</summary>
    Tr34SignatureInvalid,

    /// <summary>The token is not signed with RSA PKCS#1 v1.5 and SHA-256.</summary>
    Tr34SignatureAlgorithm,

    /// <summary>A random nonce was issued, and the token has none; or the token has neither nonce nor signing time.</summary>
    Tr34NonceMissing,

    /// <summary>The token carries a random nonce, and none was given to compare it with.</summary>
    Tr34NonceUnexpected,

    /// <summary>The token's random nonce is not the one issued.</summary>
    Tr34NonceMismatch,

    /// <summary>The signing time of a one-pass token is not acceptable.</summary>
    Tr34SigningTime,

    /// <summary>A revocation list was required, and the token carries none.</summary>
    Tr34RevocationListMissing,

    /// <summary>The token is for another recipient (KRD) than the certificate given.</summary>
    Tr34RecipientMismatch,

    /// <summary>The recipient's private key does not belong to its certificate.</summary>
    Tr34RecipientKeyMismatch,

    /// <summary>The signer's private key does not belong to its certificate.</summary>
    Tr34SignerKeyMismatch,

    /// <summary>The ephemeral key is not transported by RSA-OAEP with SHA-256, MGF1 with SHA-256 and an empty label.</summary>
    Tr34KeyTransport,

    /// <summary>The ephemeral key can't be decrypted, or has another length than its cipher needs.</summary>
    Tr34EphemeralKey,

    /// <summary>The content is encrypted with a cipher that TR-34 does not use.</summary>
    Tr34Cipher,

    /// <summary>The initialization vector has another length than the cipher's block.</summary>
    Tr34InitializationVector,

    /// <summary>The decrypted content is not padded by PKCS#7.</summary>
    Tr34Padding,

    /// <summary>The decrypted content is not a key encryption block.</summary>
    Tr34KeyEncryptionBlock,

    /// <summary>The encrypted block names another KDH than the signer.</summary>
    Tr34InnerSignerMismatch,

    /// <summary>The encrypted block holds another header than the signed attribute.</summary>
    Tr34HeaderMismatch,

    /// <summary>The key has a length that the header's algorithm does not have.</summary>
    Tr34KeyLength,

    /// <summary>The cryptogram is not as long as the RSA modulus.</summary>
    CryptogramLength,

    /// <summary>The cryptogram can't be decrypted under the key and hash given.</summary>
    CryptogramDecryption,

    /// <summary>The key in the cryptogram has another length than its algorithm needs, or does not fit under the RSA key.</summary>
    CryptogramKeyLength,

    /// <summary>The two keys of a key agreement are not on one curve, or on one that is not used for it.</summary>
    KeyAgreementCurve,

    /// <summary>The peer's public key is malformed or not a point of its curve.</summary>
    KeyAgreementPublicKey,

    /// <summary>The certificate has a critical extension that is not known here.</summary>
    CertificateExtension,

    /// <summary>The certificate's KeyUsage forbids what it is used for.</summary>
    CertificateKeyUsage,

    /// <summary>A PIN block does not hold a PIN in its format; one error for all causes.</summary>
    PinBlock,

    /// <summary>An issuer limits how many issuers may stand below it, and the path has more.</summary>
    CertificatePathLength,

    /// <summary>An issuer limits the names that may stand below it, and the certificate has another one.</summary>
    CertificateNameConstraint,
}
