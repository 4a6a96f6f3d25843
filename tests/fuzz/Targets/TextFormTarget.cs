using System.Text;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Fuzzing.Targets;

/// <summary>The text forms of binary inputs: hex, base64 and PEM, with line ends, white space and any other character.</summary>
internal sealed class TextFormTarget : FuzzTarget
{
    /// <inheritdoc/>
    public override string Name => "text-forms";

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. Fuzzing.Seeds.CertificatePems.Take(2).Select(Encoding.UTF8.GetBytes),
        Encoding.UTF8.GetBytes(Convert.ToBase64String(Fuzzing.Seeds.KeyTokens[0], Base64FormattingOptions.InsertLineBreaks)),
        Encoding.UTF8.GetBytes(Convert.ToHexString(Fuzzing.Seeds.KeyTokens[0])),
        Encoding.UTF8.GetBytes("-----BEGIN PKCS7-----\n" + Convert.ToBase64String(Fuzzing.Seeds.CredentialTokens[0]) + "\n-----END PKCS7-----\n"),
    ];

    /// <inheritdoc/>
    protected override void Read(byte[] input)
    {
        string text = Encoding.UTF8.GetString(input);
        Also(() => CertificateReader.ReadAll(text));
        Also(() => Tr34KeyBlock.Parse(text));
        Also(() => Tr34CredentialToken.Parse(text));
        Also(() => HexText.Parse(text, "token"));
    }
}
