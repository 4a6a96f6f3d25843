using PaymentCrypto.Api;
using PaymentCrypto.KeyBlocks;

namespace PaymentCrypto.Local.Tools;

/// <summary>The one place where an error of the formats becomes one of the contract.</summary>
internal static class Refusal
{
    /// <summary>Runs something of the formats.</summary>
    /// <exception cref="KeyBlockRefusedException">A check refused.</exception>
    public static T Map<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (KeyBlockException error)
        {
            throw Of(error);
        }
    }

    /// <summary>The error of the contract.</summary>
    public static KeyBlockRefusedException Of(KeyBlockException error) =>
        new(error.Error.ToString(), KindOf(error.Error), error.Message, error);

    private static ErrorKind KindOf(KeyBlockError error) => error switch
    {
        // The input is sound, but key, signature or freshness do not fit.
        KeyBlockError.Tr31Mac or KeyBlockError.Tr31CheckValue
            or KeyBlockError.CertificateSignature or KeyBlockError.CertificateNotSelfSigned or KeyBlockError.CertificateRevoked
            or KeyBlockError.CertificateExpired or KeyBlockError.CertificateNotYetValid
            or KeyBlockError.Tr34DigestMismatch or KeyBlockError.Tr34SignatureInvalid
            or KeyBlockError.Tr34NonceMissing or KeyBlockError.Tr34NonceUnexpected or KeyBlockError.Tr34NonceMismatch
            or KeyBlockError.Tr34SigningTime or KeyBlockError.Tr34EphemeralKey or KeyBlockError.Tr34Padding
            or KeyBlockError.Tr34InnerSignerMismatch or KeyBlockError.Tr34HeaderMismatch
            or KeyBlockError.CryptogramDecryption => ErrorKind.AuthenticationFailed,

        // The caller's own choice is wrong.
        KeyBlockError.InvalidKey or KeyBlockError.InvalidArgument or KeyBlockError.InvalidHex
            or KeyBlockError.Tr31ProtectionKeyMismatch or KeyBlockError.Tr31NotExportable
            or KeyBlockError.KeyComponent or KeyBlockError.KeySerialNumber or KeyBlockError.CertificateIssuerMismatch
            or KeyBlockError.CertificateStrength or KeyBlockError.CertificateKeyType or KeyBlockError.CertificateCount
            or KeyBlockError.Tr34SignerMismatch or KeyBlockError.Tr34RecipientMismatch
            or KeyBlockError.Tr34SignerKeyMismatch or KeyBlockError.Tr34RecipientKeyMismatch
            or KeyBlockError.CryptogramKeyLength or KeyBlockError.KeyAgreementCurve => ErrorKind.InvalidRequest,
        _ => ErrorKind.CorruptData,
    };
}
