using System.Security.Cryptography;

namespace PaymentCrypto.Cryptography.Macs;

/// <summary>Compares a MAC with the computed one.</summary>
public static class MacCheck
{
    /// <summary>
    /// Compares the leftmost bytes in constant time, as many as the given MAC has. An early exit would tell a forger how many bytes are
    /// right already, and one byte is guessed in 256 tries.
    /// </summary>
    /// <param name="computed">The whole MAC.</param>
    /// <param name="given">The MAC to check: at least 4 bytes and no longer than <paramref name="computed"/>.</param>
    /// <returns>Whether it is right.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidArgument"/>: the given MAC is too short to prove anything, or too
    /// long.</exception>
    public static bool Matches(ReadOnlySpan<byte> computed, ReadOnlySpan<byte> given)
        => given.Length >= MinLength && given.Length <= computed.Length
            ? CryptographicOperations.FixedTimeEquals(computed[..given.Length], given)
            : throw new CryptographyException(
                CryptographyError.InvalidArgument, $"A MAC of this algorithm has {MinLength} to {computed.Length} bytes, but this one has {given.Length}.");

    /// <summary>The shortest MAC that is compared, in bytes.</summary>
    public const int MinLength = 4;
}
