using System.Buffers.Text;
using System.Globalization;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>CT: the certificate of a wrapped key pair, or a chain that begins with it. The certificates are not checked here.</summary>
public sealed class CertificateBlock : Tr31OptionalBlock
{
    private const string X509Format = "00";
    private const string EmvFormat = "01";
    private const string ChainFormat = "02";
    private const int FormatLength = 2;
    private const int LengthLength = 4;

    private readonly byte[][] _certificates;

    private CertificateBlock(string data, byte[][] certificates)
        : base("CT", data)
        => _certificates = certificates;

    /// <summary>The certificates as they are: DER for X.509, or EMV's own form.</summary>
    public IReadOnlyList<byte[]> Certificates => _certificates;

    /// <summary>Whether the text is the one that the certificates are written as; one certificate may be a chain of one.</summary>
    internal bool IsCanonical
    {
        get
        {
            if (!Data.StartsWith(ChainFormat, StringComparison.Ordinal))
            {
                return Data.AsSpan(FormatLength).SequenceEqual(Convert.ToBase64String(_certificates[0]));
            }

            // The format of a member is its own; everything else follows from its bytes.
            ReadOnlySpan<char> rest = Data.AsSpan(FormatLength);
            foreach (byte[] certificate in _certificates)
            {
                string text = Convert.ToBase64String(certificate);
                string member = $"{rest[..FormatLength]}{text.Length:X4}{text}";
                if (!rest.StartsWith(member, StringComparison.Ordinal))
                {
                    return false;
                }

                rest = rest[member.Length..];
            }

            return true;
        }
    }

    /// <summary>Makes the block for one X.509 certificate or a chain of them.</summary>
    /// <param name="certificates">DER, the certificate of the wrapped key first.</param>
    /// <returns>The block.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.Tr31OptionalBlockContent"/>.</exception>
    public static CertificateBlock ForX509(params byte[][] certificates)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        if (certificates.Length == 0)
        {
            throw new CryptographyException(CryptographyError.Tr31OptionalBlockContent, "A CT block needs at least one certificate.");
        }

        string[] texts = Array.ConvertAll(certificates, Convert.ToBase64String);
        string data = texts.Length == 1
            ? X509Format + texts[0]
            : ChainFormat + string.Concat(texts.Select(text => $"{X509Format}{text.Length:X4}{text}"));
        return new CertificateBlock(data, certificates);
    }

    internal static CertificateBlock? TryRead(string data)
    {
        if (data.Length <= FormatLength)
        {
            return null;
        }

        byte[][]? certificates = data[..FormatLength] switch
        {
            X509Format or EmvFormat => TryDecode(data.AsSpan(FormatLength)) is { } single ? [single] : null,
            ChainFormat => TryReadChain(data.AsSpan(FormatLength)),
            _ => null,
        };
        return certificates is null ? null : new CertificateBlock(data, certificates);
    }

    private static byte[][]? TryReadChain(ReadOnlySpan<char> rest)
    {
        var certificates = new List<byte[]>();
        while (!rest.IsEmpty)
        {
            if (rest.Length < FormatLength + LengthLength
                || rest[..FormatLength] is not (X509Format or EmvFormat)
                || !int.TryParse(rest.Slice(FormatLength, LengthLength), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length)
                || length > rest.Length - FormatLength - LengthLength
                || TryDecode(rest.Slice(FormatLength + LengthLength, length)) is not { } certificate)
            {
                return null;
            }

            certificates.Add(certificate);
            rest = rest[(FormatLength + LengthLength + length)..];
        }

        return [.. certificates];
    }

    private static byte[]? TryDecode(ReadOnlySpan<char> text)
    {
        byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Convert.TryFromBase64Chars(text, bytes, out int length) && length > 0 ? bytes[..length] : null;
    }
}
