using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Computes a key check value.</summary>
/// <remarks>
/// <para>Computes the key check value (KCV) of a key or a certificate, by every method that the service knows.</para>
/// </remarks>
/// <seealso cref="JoinPcKeyComponentCommand"/>
/// <seealso cref="Keys.GetPcKeyCommand"/>
/// <seealso cref="ImportPcKeyCommand"/>
[Cmdlet(VerbsCommon.Get, "PcKeyCheckValue", DefaultParameterSetName = KeySet)]
[OutputType(typeof(KeyCheckResult))]
public sealed class GetPcKeyCheckValueCommand : PcToolCmdlet
{
    private const string KeySet = "Key";
    private const string PathSet = "Path";
    private const string CertificateSet = "Certificate";

    /// <summary>
    /// The key: a key object, a SecureString of hex digits, the bytes of the key or of its file, or the file. Asked for when it is not given.
    /// </summary>
    [Parameter(Position = 0, ParameterSetName = KeySet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public object? Key { get; set; }

    /// <summary>The key when it is in a file, as hex digits or as its bytes. Taken literally, without wildcards.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [KeyPathTransformation]
    public string? KeyPath { get; set; }

    /// <summary>The algorithm of the key; needed where its length leaves a choice.</summary>
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Alias("KeyAlgorithm")]
    [ArgumentCompleter(typeof(SymmetricAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Algorithm { get; set; }

    /// <summary>How to compute it. Unless given, ANSI_X9_24 for TDES, CMAC for AES, HMAC for HMAC keys.</summary>
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = PathSet)]
    [Alias("Method")]
    [ArgumentCompleter(typeof(CheckValueMethodCompleter))]
    [ValidateNotNullOrEmpty]
    public string? KeyCheckValueAlgorithm { get; set; }

    /// <summary>The length of the check value in bytes; two hex digits each.</summary>
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = PathSet)]
    [ValidateRange(1, 64)]
    public int Length { get; set; } = 3;

    /// <summary>
    /// A certificate: the check value of its public key is the SHA-1 that the service shows. An X509Certificate2, PEM text, base64, or a path.
    /// </summary>
    [Parameter(ParameterSetName = CertificateSet, Mandatory = true)]
    [ValidateNotNull]
    public object? Certificate { get; set; }

    private protected override object? ErrorTarget => Certificate ?? KeyPath ?? Algorithm;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        UseGathered(bytes =>
        {
            Key = bytes;
            Compute();
        });
        base.EndProcessing();
    }

    private protected override void Execute()
    {
        if (!Gathers(Key))
        {
            Compute();
        }
    }

    private void Compute()
    {
        KeyCheckResult result = ParameterSetName == CertificateSet ? OfCertificate() : OfKey();
        WriteVerbose($"{result.KeyAlgorithm} key with KCV {result.KeyCheckValue} ({result.KeyCheckValueAlgorithm}).");
        WriteObject(result);
    }

    private KeyCheckResult OfCertificate()
    {
        X509Certificate2 certificate = CertificateInput.Certificate(this, Certificate, "given");
        return Run(tools => Result(tools.Keys.ComputeCheckValue(certificate), tools.Credentials.KeyAlgorithmOf(certificate), oddParity: null));
    }

    private KeyCheckResult OfKey()
    {
        using Lease<KeyMaterial> key = KeyInput.Take(this, Key, KeyPath, new KeyForm("key") { Algorithm = Algorithm });
        return Run(tools => Result(
            tools.Keys.ComputeCheckValue(key.Value, KeyCheckValueAlgorithm, Length), key.Value.Algorithm, tools.Keys.HasOddParity(key.Value)));
    }

    private static KeyCheckResult Result(CheckValue checkValue, string algorithm, bool? oddParity) => new()
    {
        KeyCheckValue = checkValue.Value,
        KeyCheckValueAlgorithm = checkValue.Algorithm,
        KeyAlgorithm = algorithm,
        OddParity = oddParity,
    };
}
