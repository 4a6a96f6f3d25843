using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;

/// <summary>Derives keys from shared secrets: the one-step KDF of NIST SP 800-56A and the KDF of ANSI X9.63.</summary>
public static class KeyDerivation
{
    private const int CounterLength = 4;

    /// <summary>The longest key that is derived, in bytes.</summary>
    public const int MaximumLength = 8192;

    /// <summary>Derives a key.</summary>
    /// <param name="function">The order of counter, secret and shared information.</param>
    /// <param name="hash">SHA-256, SHA-384 or SHA-512.</param>
    /// <param name="sharedSecret">The shared secret Z, with its leading zeros.</param>
    /// <param name="sharedInformation">The shared information, used as it is; may be empty.</param>
    /// <param name="length">Length of the key in bytes, 1 to <see cref="MaximumLength"/>.</param>
    /// <returns>The key; the caller disposes it.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static SecretBuffer Derive(
        KeyDerivationFunction function,
        HashAlgorithmName hash,
        ReadOnlySpan<byte> sharedSecret,
        ReadOnlySpan<byte> sharedInformation,
        int length)
    {
        if (hash != HashAlgorithmName.SHA256 && hash != HashAlgorithmName.SHA384 && hash != HashAlgorithmName.SHA512)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, $"Keys are derived with SHA256, SHA384 or SHA512, not with {hash}.");
        }

        if (!Enum.IsDefined(function) || length is < 1 or > MaximumLength)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, string.Create(
                CultureInfo.InvariantCulture, $"A key of {length} bytes by {function} was asked for; 1 to {MaximumLength} bytes by NistSp800 or AnsiX963 "
                    + $"can be derived."));
        }

        using var hasher = IncrementalHash.CreateHash(hash);
        Span<byte> counter = stackalloc byte[CounterLength];
        Span<byte> block = stackalloc byte[hasher.HashLengthInBytes];
        var key = new SecretBuffer(length);
        for ((int offset, uint number) = (0, 1u); offset < length; number++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(counter, number);
            if (function == KeyDerivationFunction.NistSp800)
            {
                hasher.AppendData(counter);
                hasher.AppendData(sharedSecret);
            }
            else
            {
                hasher.AppendData(sharedSecret);
                hasher.AppendData(counter);
            }

            hasher.AppendData(sharedInformation);
            hasher.GetHashAndReset(block);
            Span<byte> part = block[..Math.Min(block.Length, length - offset)];
            part.CopyTo(key.Span[offset..]);
            offset += part.Length;
        }

        CryptographicOperations.ZeroMemory(block);
        return key;
    }
}
