using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Components;

/// <summary>One part of a key in split knowledge: all parts XORed give the key, any fewer say nothing about it.</summary>
public sealed class KeyComponent : IDisposable
{
    private readonly SecretBuffer _value;

    private KeyComponent(BlockCipherAlgorithm algorithm, SecretBuffer value)
    {
        Algorithm = algorithm;
        _value = value;
        CheckValue = KeyCheckValue.Standard(algorithm, value.Span);
    }

    /// <summary>What the key is for.</summary>
    public BlockCipherAlgorithm Algorithm { get; }

    /// <summary>The check value of the component, taken as a key: ANSI X9.24 for TDES, CMAC for AES, 6 hex digits.</summary>
    public string CheckValue { get; }

    /// <summary>Length in bytes.</summary>
    public int Length => _value.Length;

    /// <summary>The component itself.</summary>
    /// <exception cref="ObjectDisposedException">The component has been zeroed.</exception>
    public ReadOnlySpan<byte> Value => _value.Span;

    /// <summary>Takes a component, and compares its check value with the one on its paper.</summary>
    /// <param name="algorithm">What the key is for.</param>
    /// <param name="value">As many bytes as the key will have. Copied; the caller zeroes its own.</param>
    /// <param name="expectedCheckValue">4 to 16 hex digits of the check value (2 to 8 bytes), or null not to compare.</param>
    /// <returns>The component; the caller disposes it.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.KeyComponent"/>.</exception>
    public static KeyComponent Create(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> value, string? expectedCheckValue = null)
    {
        var component = new KeyComponent(algorithm, SecretBuffer.CopyOf(value));
        if (expectedCheckValue is null)
        {
            return component;
        }

        string? actual = component.ComputeLike(expectedCheckValue);
        if (actual is not null && KeyCheckValue.AreSame(actual, expectedCheckValue))
        {
            return component;
        }

        component.Dispose();
        throw new CryptographyException(
            CryptographyError.KeyComponent,
            $"The component has check value {actual ?? component.CheckValue}, but \"{Printable.Quote(expectedCheckValue)}\" was expected. " +
            "A digit of the component is probably wrong.");
    }

    /// <summary>Zeroes the component.</summary>
    public void Dispose() => _value.Dispose();

    /// <summary>Algorithm, length and check value, never the component.</summary>
    /// <returns>For example <c>Tdes component of 16 bytes, check value 08D7B4</c>.</returns>
    public override string ToString() => $"{Algorithm} component of {Length} bytes, check value {CheckValue}";

    private string? ComputeLike(string expected)
    {
        if (expected.Length is < 4 or > 16 || expected.Length % 2 != 0)
        {
            return null;
        }

        return Algorithm == BlockCipherAlgorithm.Tdes
            ? KeyCheckValue.AnsiX924(Algorithm, Value, expected.Length / 2)
            : KeyCheckValue.Cmac(Algorithm, Value, expected.Length / 2);
    }
}
