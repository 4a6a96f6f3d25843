using System.Collections;
using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Steps;

/// <summary>
/// Collects the steps of a calculation. Every function of this library that has steps takes one as its last argument, and records
/// nothing, at no cost, where it is null. Dispose it when the steps have been shown.
/// </summary>
public sealed class CalculationSteps : IReadOnlyList<CalculationStep>, IDisposable
{
    private const int CheckValueLength = 3;

    private readonly List<CalculationStep> _steps = [];

    /// <summary>How many steps there are.</summary>
    public int Count => _steps.Count;

    /// <summary>One step, in the order of the calculation.</summary>
    /// <param name="index">From 0.</param>
    public CalculationStep this[int index] => _steps[index];

    /// <inheritdoc/>
    public IEnumerator<CalculationStep> GetEnumerator() => _steps.GetEnumerator();

    /// <summary>Zeroes what the steps hold.</summary>
    public void Dispose()
    {
        foreach (var step in _steps)
        {
            step.Dispose();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Records bytes that became bytes.</summary>
    internal void Add(string name, string clause, ReadOnlySpan<byte> input, BlockCipher? key, ReadOnlySpan<byte> output)
        => _steps.Add(new CalculationStep(name, clause, CheckValue(key), input, inputIsText: false, output, outputIsText: false));

    /// <summary>Records bytes that became decimal digits, such as a decimalised cryptogram.</summary>
    internal void AddDigits(string name, string clause, ReadOnlySpan<byte> input, ReadOnlySpan<char> output)
    {
        using var text = Ascii(output);
        _steps.Add(new CalculationStep(name, clause, keyCheckValue: null, input, inputIsText: false, text.Span, outputIsText: true));
    }

    /// <summary>Records digits that became bytes, such as a PIN that became a block.</summary>
    internal void AddBlock(string name, string clause, ReadOnlySpan<char> input, ReadOnlySpan<byte> output)
    {
        using var text = Ascii(input);
        _steps.Add(new CalculationStep(name, clause, keyCheckValue: null, text.Span, inputIsText: true, output, outputIsText: false));
    }

    // Digits on their way into a step are as secret there as in it.
    private static SecretBuffer Ascii(ReadOnlySpan<char> digits)
    {
        var bytes = new SecretBuffer(digits.Length);
        Encoding.ASCII.GetBytes(digits, bytes.Span);
        return bytes;
    }

    // The check values that are on paper beside a key: a zero block encrypted for TDES (X9.24-1), CMAC of one for AES (X9.24-3).
    private static string? CheckValue(BlockCipher? key)
    {
        if (key is null)
        {
            return null;
        }

        Span<byte> value = stackalloc byte[key.BlockSize];
        value.Clear();
        if (key.Algorithm == BlockCipherAlgorithm.Aes)
        {
            key.ComputeCmac(value, value);
        }
        else
        {
            key.EncryptEcb(value, value);
        }

        var text = Convert.ToHexString(value[..CheckValueLength]);
        CryptographicOperations.ZeroMemory(value);
        return text;
    }
}
