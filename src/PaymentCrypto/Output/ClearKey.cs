using System.Security;
using System.Security.Cryptography;
using PaymentCrypto.Api.Tools;

namespace PaymentCrypto;

/// <summary>
/// A clear key in memory. It shows what the key is, never the key: not in a view, not in JSON, not in CLIXML. Pass it to <c>-Key</c> or
/// <c>-ProtectionKey</c>; call <c>Dispose()</c> to zero it at once, or forget it and it is zeroed later.
/// </summary>
public partial class ClearKey : IDisposable
{
    internal ClearKey(KeyMaterial material, CheckValue? checkValue, bool asPlainText)
    {
        Material = material;
        KeyAlgorithm = material.Algorithm;
        KeyLength = 8 * material.Length;
        KeyCheckValue = checkValue?.Value;
        KeyCheckValueAlgorithm = checkValue?.Algorithm;
        PlainText = asPlainText ? ToHex(material) : null;
    }

    /// <summary>The algorithm, for example <c>TDES_2KEY</c>; <c>RSA</c> or <c>ECC</c> for a private key in DER.</summary>
    public string KeyAlgorithm { get; }

    /// <summary>Length in bits, parity bits included.</summary>
    public int KeyLength { get; }

    /// <summary>The usual check value, upper-case hex; null for keys that have none.</summary>
    public string? KeyCheckValue { get; }

    /// <summary>How the check value was computed.</summary>
    public string? KeyCheckValueAlgorithm { get; }

    /// <summary>The key itself, upper-case hex, when it was asked for with <c>-AsPlainText</c>; else null.</summary>
    public string? PlainText { get; }

    internal KeyMaterial Material { get; }

    /// <summary>The object for a key that has the check value that is expected of it; any other key is zeroed.</summary>
    /// <exception cref="Api.KeyInputException">It has another one.</exception>
    internal static ClearKey Verified(IKeyTool tool, KeyMaterial material, string? expected, string what, bool asPlainText)
    {
        try
        {
            if (!string.IsNullOrEmpty(expected))
            {
                tool.VerifyCheckValue(material, expected, what);
            }

            return new ClearKey(material, tool.UsualCheckValue(material), asPlainText);
        }
        catch
        {
            material.Dispose();
            throw;
        }
    }

    /// <summary>The key as hex digits in a SecureString, for a secret store.</summary>
    /// <exception cref="ObjectDisposedException">The key has been zeroed.</exception>
    public SecureString ToSecureString()
    {
        byte[] key = Copy(Material);
        try
        {
            SecureString text = new();
            foreach (byte value in key)
            {
                text.AppendChar(Digit(value >> 4));
                text.AppendChar(Digit(value & 0x0F));
            }

            text.MakeReadOnly();
            return text;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Zeroes the key.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Algorithm and check value, never the key.</summary>
    public override string ToString() => KeyCheckValue is null ? $"{KeyAlgorithm} key" : $"{KeyAlgorithm} key, KCV {KeyCheckValue}";

    /// <summary>Zeroes the key.</summary>
    /// <param name="disposing">Always true: a forgotten key is zeroed by what holds its bytes.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Material.Dispose();
        }
    }

    private static string ToHex(KeyMaterial material)
    {
        byte[] key = Copy(material);
        try
        {
            return Convert.ToHexString(key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static byte[] Copy(KeyMaterial material)
    {
        byte[] key = GC.AllocateUninitializedArray<byte>(material.Length, pinned: true);
        material.CopyTo(key);
        return key;
    }

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);
}
