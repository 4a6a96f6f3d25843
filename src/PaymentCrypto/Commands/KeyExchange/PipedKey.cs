using System.Management.Automation;
using System.Security.Cryptography;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Puts a clear key together of which the pipeline brings byte for byte, as Get-Content -AsByteStream does.</summary>
internal sealed class PipedKey : IDisposable
{
    // Hex digits of the longest HMAC key in groups, in UTF-16, are shorter.
    private const int MostBytes = 4096;

    private byte[] _bytes = [];
    private int _count;

    /// <summary>Takes one object of the pipeline.</summary>
    /// <returns>True when it was a byte, of which more may come.</returns>
    /// <exception cref="KeyInputException">They are too many.</exception>
    public bool Take(object? item)
    {
        if ((item is PSObject wrapped ? wrapped.BaseObject : item) is not byte next)
        {
            return false;
        }

        if (_bytes.Length == 0)
        {
            _bytes = GC.AllocateArray<byte>(MostBytes, pinned: true);
        }

        if (_count == MostBytes)
        {
            throw new KeyInputException(KeyInputFailure.Form, $"More than {MostBytes} bytes are no clear key.");
        }

        _bytes[_count++] = next;
        return true;
    }

    /// <summary>The bytes when the pipeline ends; null for none. Dispose zeroes what is kept here, and the caller what it gets.</summary>
    public byte[]? Rest() => _count == 0 ? null : _bytes[.._count];

    /// <inheritdoc/>
    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);
}
