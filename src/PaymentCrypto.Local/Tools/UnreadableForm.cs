using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Tools;

/// <summary>Forms of keys and certificates that are not read here, each with the command that makes one that is.</summary>
internal static class UnreadableForm
{
    // 1.2.840.113549.1.7.2, signedData (RFC 5652), as it stands in DER.
    private static ReadOnlySpan<byte> SignedData => [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];

    /// <summary>Refuses a form that is known and not read.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="path">The file, or what stands for it.</param>
    /// <exception cref="KeyInputException">It is one of them.</exception>
    public static void Check(ReadOnlySpan<char> text, ReadOnlySpan<byte> bytes, string path)
    {
        if (text.Contains("-----BEGIN PKCS7-----", StringComparison.Ordinal)
            || text.Contains("-----BEGIN CMS-----", StringComparison.Ordinal)
            || (bytes is [0x30, ..] && bytes[..Math.Min(bytes.Length, 32)].IndexOf(SignedData) >= 0))
        {
            throw Refused($"'{path}' is PKCS #7, a bag of certificates (.p7b): 'openssl pkcs7 -print_certs -in {path} -out chain.pem' writes them as PEM "
                + "(with -inform DER if it is no text).");
        }

        if (text.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal))
        {
            throw Refused($"The private key in '{path}' is in OpenSSL's old encrypted PEM form (Proc-Type: 4,ENCRYPTED): 'openssl pkcs8 -topk8 -in {path} "
                + "-out key.pem' writes it as PKCS #8.");
        }

        if (text.Contains("-----BEGIN OPENSSH PRIVATE KEY-----", StringComparison.Ordinal))
        {
            throw Refused($"The private key in '{path}' is in OpenSSH's own form: 'ssh-keygen -p -m PKCS8 -f <a copy of it>' writes the copy as PKCS #8.");
        }

        if (text.Contains("-----BEGIN PUBLIC KEY-----", StringComparison.Ordinal))
        {
            throw Refused($"'{path}' is a bare public key: a certificate of it is needed.");
        }

        if (text.Contains("REQUEST-----", StringComparison.Ordinal))
        {
            throw Refused($"'{path}' is a certificate signing request: have the authority issue the certificate, and give that.");
        }
    }

    private static KeyInputException Refused(string message) => new(KeyInputFailure.Form, message);
}
