using System.Security.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>What keeps an old token from being taken again: the receiver's nonce in two passes, the signing time in one.</summary>
internal static class Tr34Freshness
{
    public static void Check(Tr34KeyBlock block, Tr34OpenOptions options)
        => Check(block, options.ExpectedNonce.Span, new CertificateCheckOptions { ValidAt = options.ValidAt, ClockSkew = options.ClockSkew },
            options.SignedAfter);

    public static void Check(Tr34KeyBlock block, ReadOnlySpan<byte> expectedNonce, CertificateCheckOptions at, DateTimeOffset? signedAfter = null)
    {
        if (block.RandomNonce is { } nonce)
        {
            CheckNonce(nonce.Span, expectedNonce);
        }
        else if (!expectedNonce.IsEmpty)
        {
            throw new CryptographyException(
                CryptographyError.Tr34NonceMissing,
                $"The token carries no random nonce; {Convert.ToHexString(expectedNonce)} was issued. A one-pass token answers no nonce: open it without one.");
        }
        else if (block.SigningTime is { } signingTime)
        {
            CheckSigningTime(signingTime, at, signedAfter);
        }
        else
        {
            throw new CryptographyException(
                CryptographyError.Tr34NonceMissing,
                "The token carries neither a random nonce (two-pass) nor a signing time (one-pass); nothing shows that it is fresh.");
        }
    }

    private static void CheckNonce(ReadOnlySpan<byte> found, ReadOnlySpan<byte> issued)
    {
        if (issued.IsEmpty)
        {
            throw new CryptographyException(
                CryptographyError.Tr34NonceUnexpected,
                $"The token carries the random nonce {Convert.ToHexString(found)}; give the nonce that was issued to the sender, so that they can be "
                    + "compared.");
        }

        if (!CryptographicOperations.FixedTimeEquals(found, issued))
        {
            throw new CryptographyException(
                CryptographyError.Tr34NonceMismatch,
                $"The token carries the random nonce {Convert.ToHexString(found)}; {Convert.ToHexString(issued)} was issued.");
        }
    }

    private static void CheckSigningTime(DateTimeOffset signingTime, CertificateCheckOptions at, DateTimeOffset? signedAfter)
    {
        if (signingTime - at.ValidAt > at.ClockSkew)
        {
            throw new CryptographyException(
                CryptographyError.Tr34SigningTime,
                $"The token was signed at {Instant.Text(signingTime)}, which is after the time of the check, {Instant.Text(at.ValidAt)}.");
        }

        if (signedAfter is { } last && signingTime <= last)
        {
            throw new CryptographyException(
                CryptographyError.Tr34SigningTime, $"The token was signed at {Instant.Text(signingTime)}; it has to be later than {Instant.Text(last)}.");
        }
    }
}
