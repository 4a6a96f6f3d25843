using System.Runtime.InteropServices;
using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Local.Tools;

/// <summary>Secret characters on their way in, in pinned memory that is zeroed.</summary>
internal sealed class ClearText : IDisposable
{
    private const int MaximumFileLength = 64 * 1024;

    private readonly char[] _characters;

    private ClearText(int length) => _characters = GC.AllocateArray<char>(length, pinned: true);

    public ReadOnlySpan<char> Characters => _characters;

    /// <summary>The characters of a SecureString.</summary>
    public static ClearText Of(SecureString text)
    {
        ClearText clear = new(text.Length);
        nint native = Marshal.SecureStringToGlobalAllocUnicode(text);
        try
        {
            Marshal.Copy(native, clear._characters, 0, clear._characters.Length);
            return clear;
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(native);
        }
    }

    /// <summary>The characters of a text file, whichever encoding it has.</summary>
    public static ClearText Of(ReadOnlySpan<byte> bytes)
    {
        using ClearText room = new(EncodedText.MaximumLength(bytes.Length));
        int length = EncodedText.Decode(bytes, room._characters);
        ClearText clear = new(length);
        room._characters.AsSpan(0, length).CopyTo(clear._characters);
        return clear;
    }

    /// <summary>The bytes of a file, pinned; the caller zeroes them.</summary>
    /// <exception cref="KeyInputException">The file is not there or cannot be read.</exception>
    public static byte[] ReadFile(string path, string what)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            if (file.Length > MaximumFileLength)
            {
                throw new KeyInputException(KeyInputFailure.FileUnreadable,
                    $"The file '{path}' has {file.Length} bytes; a {what} has at most {MaximumFileLength}.");
            }

            byte[] bytes = GC.AllocateUninitializedArray<byte>((int)file.Length, pinned: true);
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KeyInputException(KeyInputFailure.FileNotFound, $"The file '{path}' with the {what} is not there.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KeyInputException(KeyInputFailure.FileUnreadable, $"The file '{path}' with the {what} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>The characters without white space.</summary>
    public ClearText WithoutBlanks() => Where(static character => !char.IsWhiteSpace(character));

    /// <summary>Some of the characters.</summary>
    public ClearText Where(Predicate<char> isKept)
    {
        int count = 0;
        foreach (char character in _characters)
        {
            count += isKept(character) ? 1 : 0;
        }

        ClearText kept = new(count);
        int next = 0;
        foreach (char character in _characters)
        {
            if (isKept(character))
            {
                kept._characters[next++] = character;
            }
        }

        return kept;
    }

    public void Dispose() => Array.Clear(_characters);
}
