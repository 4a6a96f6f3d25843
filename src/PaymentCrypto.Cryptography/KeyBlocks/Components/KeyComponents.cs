using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Components;

/// <summary>Splits keys into components and joins them, by XOR.</summary>
public static class KeyComponents
{
    /// <summary>The most components that a key is split into.</summary>
    public const int MaxCount = 9;

    /// <summary>Splits a key. All components but the last are random.</summary>
    /// <param name="algorithm">What the key is for.</param>
    /// <param name="key">The clear key.</param>
    /// <param name="count">2 to 9.</param>
    /// <returns>The components; the caller disposes each.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static IReadOnlyList<KeyComponent> Split(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> key, int count)
    {
        if (count is < 2 or > MaxCount)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, $"A key is split into 2 to {MaxCount} components, not {count}.");
        }

        using var rest = SecretBuffer.CopyOf(key);
        using var random = new SecretBuffer(key.Length);
        var components = new KeyComponent[count];
        for (int i = 0; i < count - 1; i++)
        {
            RandomNumberGenerator.Fill(random.Span);
            Bytes.Xor(rest.Span, random.Span);
            components[i] = KeyComponent.Create(algorithm, random.Span);
        }

        components[^1] = KeyComponent.Create(algorithm, rest.Span);
        return components;
    }

    /// <summary>Joins components. Their order does not matter.</summary>
    /// <param name="components">At least two, of one algorithm and one length, no two of them equal.</param>
    /// <returns>The key; the caller compares its check value and disposes it. Parity is not adjusted.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.KeyComponent"/>.</exception>
    public static SecretBuffer Join(IReadOnlyList<KeyComponent> components)
    {
        ArgumentNullException.ThrowIfNull(components);
        Check(components);
        var key = SecretBuffer.CopyOf(components[0].Value);
        foreach (KeyComponent component in components.Skip(1))
        {
            Bytes.Xor(key.Span, component.Value);
        }

        return key;
    }

    private static void Check(IReadOnlyList<KeyComponent> components)
    {
        if (components.Count < 2)
        {
            throw Wrong($"A key is joined from at least 2 components, but there is {components.Count}.");
        }

        for (int i = 1; i < components.Count; i++)
        {
            if (components[i].Algorithm != components[0].Algorithm || components[i].Length != components[0].Length)
            {
                throw Wrong(
                    $"All components of a key have one algorithm and length, but number 1 is {components[0].Algorithm} with {components[0].Length} bytes and " +
                    $"number {i + 1} is {components[i].Algorithm} with {components[i].Length}.");
            }

            for (int j = 0; j < i; j++)
            {
                if (CryptographicOperations.FixedTimeEquals(components[i].Value, components[j].Value))
                {
                    throw Wrong($"Components {j + 1} and {i + 1} are the same and would cancel each other out. Was one entered twice?");
                }
            }
        }
    }

    private static CryptographyException Wrong(string message) => new(CryptographyError.KeyComponent, message);
}
