using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Takes a key out of an RSA-OAEP cryptogram.</summary>
/// <remarks>
/// <para>Compare its check value with the sender's over another channel.</para>
/// </remarks>
/// <seealso cref="NewPcKeyCryptogramCommand"/>
/// <seealso cref="ExportPcKeyCommand"/>
/// <seealso>about_PaymentCrypto_KeyExchange</seealso>
[Cmdlet(VerbsData.ConvertFrom, "PcKeyCryptogram")]
[OutputType(typeof(ClearKey))]
public sealed class ConvertFromPcKeyCryptogramCommand : PcToolCmdlet
{
    private readonly PipedMaterial _piped = new();

    /// <summary>The cryptogram as hex or base64, as lines or bytes of a file, or the path of a file with any of them.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("WrappedKeyCryptogram", "KeyMaterial")]
    [AllowEmptyString]
    [MaterialTransformation]
    public string KeyCryptogram { get; set; } = string.Empty;

    /// <summary>
    /// The RSA private key of the receiver: an object of New-PcKeyExchangeCertificate, an X509Certificate2 with its private key, or the
    /// path of a PEM or PKCS #12 file.
    /// </summary>
    [Parameter(Position = 1, Mandatory = true)]
    [Alias("RecipientKey")]
    [ValidateNotNull]
    public object? PrivateKey { get; set; }

    /// <summary>The passphrase of the file with the private key.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    /// <summary>The algorithm of the key, for example AES_128 or TDES_2KEY: the cryptogram does not say it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyAlgorithm")]
    [ArgumentCompleter(typeof(SymmetricAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string Algorithm { get; set; } = string.Empty;

    /// <summary>The RSA-OAEP padding and its hash, as the sender chose it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WrappingSpecCompleter))]
    [ValidateNotNullOrEmpty]
    public string WrappingSpec { get; set; } = WrappingKeySpec.RsaOaepSha256;

    /// <summary>The sender's check value, 4 to 16 hex digits: a key with another one is refused.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("KCV")]
    [AllowNull]
    [CheckValueTransformation]
    public object? KeyCheckValue { get; set; }

    /// <summary>Put the key as hex digits into the property PlainText, where anyone can read it.</summary>
    [Parameter]
    public SwitchParameter AsPlainText { get; set; }

    private protected override object? ErrorTarget => MaterialInput.Target(KeyCryptogram);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        CheckValueInput.RequireGiven(this, nameof(KeyCheckValue));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Attempt(() =>
        {
            if (_piped.Rest() is { } rest)
            {
                Convert(rest);
            }
        });
        base.EndProcessing();
    }

    private protected override void Execute()
    {
        if (_piped.Take(this, KeyCryptogram) is { } whole)
        {
            Convert(whole);
        }
    }

    private void Convert(string given)
    {
        string text = MaterialInput.Hex(this, given, "key cryptogram");
        string? expected = CheckValueInput.Of(KeyCheckValue, nameof(KeyCheckValue));
        using Lease<KeyExchangeCredential> recipient = CertificateInput.PrivateKey(this, PrivateKey, certificate: null, Passphrase, "recipient's");
        WriteDebug($"Cryptogram of {text.Length} characters, {WrappingSpec}.");
        ClearKey opened = Run(tools =>
        {
            KeyMaterial key = tools.Cryptograms.Unwrap(text, recipient.Value, WrappingSpec, new KeyForm("key in the cryptogram") { Algorithm = Algorithm });
            return ClearKey.Verified(tools.Keys, key, expected, "key in the cryptogram", AsPlainText);
        });
        WriteVerbose($"{opened}, opened with the key of "
            + $"{recipient.Value}{(expected is null ? "; no check value to compare with" : "; the check value is as expected")}.");
        WriteObject(opened);
    }
}
