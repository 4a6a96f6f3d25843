using System.Text;

namespace PaymentCrypto.Api.Tools;

/// <summary>
/// The characters of a text file, however it was written: UTF-8 or UTF-16 of either byte order, with a byte order mark or without. Windows
/// PowerShell's <c>&gt;</c> and Notepad write both marks; the service and the tools write neither.
/// </summary>
public static class EncodedText
{
    /// <summary>The most characters that <see cref="Decode(ReadOnlySpan{byte}, Span{char})"/> writes for so many bytes.</summary>
    /// <param name="bytes">The number of bytes.</param>
    public static int MaximumLength(int bytes) => bytes;

    /// <summary>The characters, without a mark. Bytes that are no text become replacement characters, which no reader takes.</summary>
    /// <param name="bytes">The file.</param>
    public static string Decode(ReadOnlySpan<byte> bytes) => Find(ref bytes).GetString(bytes);

    /// <summary>The same into a buffer of the caller's, who may have to zero it.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="characters">Room for <see cref="MaximumLength"/> characters.</param>
    /// <returns>How many were written.</returns>
    public static int Decode(ReadOnlySpan<byte> bytes, Span<char> characters) => Find(ref bytes).GetChars(bytes, characters);

    private static Encoding Find(ref ReadOnlySpan<byte> bytes)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                bytes = bytes[3..];
                return Encoding.UTF8;
            case [0xFF, 0xFE, ..]:
                bytes = bytes[2..];
                return Encoding.Unicode;
            case [0xFE, 0xFF, ..]:
                bytes = bytes[2..];
                return Encoding.BigEndianUnicode;

            // What is read here begins with an ASCII character: a zero beside it is the other half of UTF-16.
            case [not 0, 0, not 0, 0, ..]:
                return Encoding.Unicode;
            case [0, not 0, 0, not 0, ..]:
                return Encoding.BigEndianUnicode;
            default:
                return Encoding.UTF8;
        }
    }
}
