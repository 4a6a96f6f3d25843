using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Steps;

// One value of a step: bytes, or characters where a person knows it as digits.
internal sealed class StepValue : IDisposable
{
    private const int CheckValueLength = 3;

    private readonly SecretBuffer _bytes;
    private readonly bool _isText;

    private StepValue(SecretBuffer bytes, bool isText, StepValueKind kind)
    {
        _bytes = bytes;
        _isText = isText;
        Kind = kind;
    }

    internal StepValueKind Kind { get; }

    /// <summary>The check value that stands on paper beside a key; null for what is no key, or has none.</summary>
    internal string? CheckValue
    {
        get
        {
            if (Kind is not (StepValueKind.TdesKey or StepValueKind.AesKey))
            {
                return null;
            }

            using var cipher = BlockCipher.Create(Kind == StepValueKind.AesKey ? BlockCipherAlgorithm.Aes : BlockCipherAlgorithm.Tdes, _bytes.Span);
            return CheckValueOf(cipher);
        }
    }

    public void Dispose() => _bytes.Dispose();

    internal static StepValue Bytes(ReadOnlySpan<byte> bytes, StepValueKind kind) => new(SecretBuffer.CopyOf(bytes), isText: false, kind);

    internal static StepValue Text(ReadOnlySpan<char> text, StepValueKind kind)
    {
        var bytes = new SecretBuffer(text.Length);
        Encoding.ASCII.GetBytes(text, bytes.Span);
        return new StepValue(bytes, isText: true, kind);
    }

    /// <summary>A zero block encrypted for TDES (X9.24-1), its CMAC for AES (X9.24-3): 6 hex digits.</summary>
    internal static string CheckValueOf(BlockCipher key)
    {
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

        string text = Convert.ToHexString(value[..CheckValueLength]);
        CryptographicOperations.ZeroMemory(value);
        return text;
    }

    internal string Reveal() => _isText ? Encoding.ASCII.GetString(_bytes.Span) : Convert.ToHexString(_bytes.Span);
}
