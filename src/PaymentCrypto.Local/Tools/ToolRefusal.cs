using PaymentCrypto.Api;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Diagnosis;

namespace PaymentCrypto.Local.Tools;

/// <summary>The one place where an error of the formats becomes one of the contract.</summary>
internal static class ToolRefusal
{
    /// <summary>Runs something of the formats.</summary>
    /// <exception cref="KeyBlockRefusedException">A check refused.</exception>
    public static T Map<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (CryptographyException error)
        {
            throw Of(error);
        }
    }

    /// <summary>The error of the contract.</summary>
    public static KeyBlockRefusedException Of(CryptographyException error) =>
        new(error.Error.ToString(), KindOf(error.Error), error.Message, error) { RecommendedAction = CheckGuide.Of(error.Error).Action };

    private static ErrorKind KindOf(CryptographyError error) => error switch
    {
        // The input is sound, but key, signature or freshness do not fit.
        CryptographyError.Tr31Mac or CryptographyError.Tr31CheckValue
            or CryptographyError.CertificateSignature or CryptographyError.CertificateNotSelfSigned or CryptographyError.CertificateRevoked
            or CryptographyError.CertificateExpired or CryptographyError.CertificateNotYetValid or CryptographyError.CertificatePathLength
            or CryptographyError.CertificateNameConstraint
            or CryptographyError.Tr34DigestMismatch or CryptographyError.Tr34SignatureInvalid
            or CryptographyError.Tr34NonceMissing or CryptographyError.Tr34NonceUnexpected or CryptographyError.Tr34NonceMismatch
            or CryptographyError.Tr34SigningTime or CryptographyError.Tr34EphemeralKey or CryptographyError.Tr34Padding
            or CryptographyError.Tr34InnerSignerMismatch or CryptographyError.Tr34HeaderMismatch
            or CryptographyError.CryptogramDecryption => ErrorKind.AuthenticationFailed,

        // The caller's own choice is wrong.
        CryptographyError.InvalidKey or CryptographyError.InvalidArgument or CryptographyError.InvalidHex
            or CryptographyError.Tr31ProtectionKeyMismatch or CryptographyError.Tr31NotExportable
            or CryptographyError.KeyComponent or CryptographyError.KeySerialNumber or CryptographyError.CertificateIssuerMismatch
            or CryptographyError.CertificateStrength or CryptographyError.CertificateKeyType or CryptographyError.CertificateCount
            or CryptographyError.Tr34SignerMismatch or CryptographyError.Tr34RecipientMismatch
            or CryptographyError.Tr34SignerKeyMismatch or CryptographyError.Tr34RecipientKeyMismatch
            or CryptographyError.CertificateKeyUsage or CryptographyError.CryptogramKeyLength or CryptographyError.KeyAgreementCurve =>
                ErrorKind.InvalidRequest,
        _ => ErrorKind.CorruptData,
    };
}
