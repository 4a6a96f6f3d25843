using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.Tokens;

/// <summary>Gets an import token and the certificate to wrap a key for.</summary>
/// <remarks>
/// <para>
/// Asks the provider for an import token and the certificate of the RSA key under which the key to import has to be wrapped. The token is
/// valid for 30 days and for any number of keys. A call makes a new token and a new RSA key unless ReuseLastGeneratedToken finds one that
/// is still good for at least 7 days.
/// </para>
/// </remarks>
/// <seealso cref="KeyExchange.ImportPcKeyCommand"/>
/// <seealso cref="KeyExchange.NewPcTr34KeyBlockCommand"/>
/// <seealso cref="KeyExchange.NewPcKeyCryptogramCommand"/>
/// <seealso cref="GetPcExportParametersCommand"/>
/// <seealso cref="GetPcTokenCommand"/>
/// <seealso>about_PaymentCrypto_KeyExchange</seealso>
[Cmdlet(VerbsCommon.Get, "PcImportParameters")]
[OutputType(typeof(ImportParameters))]
public sealed class GetPcImportParametersCommand : PcOperationCmdlet
{
    /// <summary>What will be imported: TR34_KEY_BLOCK, a TR-34 token, or KEY_CRYPTOGRAM, a bare key under RSA-OAEP.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ImportMaterialCompleter))]
    [ValidateNotNullOrEmpty]
    public string KeyMaterialType { get; set; } = Api.KeyMaterialType.Tr34KeyBlock;

    /// <summary>The RSA key to wrap under. RSA_2048 carries TDES keys only, RSA_3072 and RSA_4096 also AES_128.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WrappingKeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string WrappingKeyAlgorithm { get; set; } = KeyAlgorithm.Rsa2048;

    /// <summary>
    /// Return the last generated token of the same key material type and algorithm if it has at least 7 days left; otherwise make a new
    /// one.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlagTransformation]
    public SwitchParameter ReuseLastGeneratedToken { get; set; }

    private protected override object? ErrorTarget => KeyMaterialType;

    private protected override void Execute()
    {
        string type = KnownValue.Of(Api.KeyMaterialType.All, KeyMaterialType)!;
        GetParametersForImportResponse response = Send(new GetParametersForImportRequest
        {
            KeyMaterialType = type,
            WrappingKeyAlgorithm = KnownValue.Of(KeyAlgorithm.All, WrappingKeyAlgorithm),
            ReuseLastGeneratedToken = ReuseLastGeneratedToken.IsPresent,
        });
        WriteDebug($"Certificate {response.WrappingKeyCertificate?.Length} and chain {response.WrappingKeyCertificateChain?.Length} base64 characters.");
        var parameters = new ImportParameters
        {
            ImportToken = response.ImportToken,
            WrappingKeyAlgorithm = response.WrappingKeyAlgorithm,
            WrappingKeyCertificate = response.WrappingKeyCertificate,
            WrappingKeyCertificateChain = response.WrappingKeyCertificateChain,
        };
        parameters.Describe(type, response.ParametersValidUntilTimestamp, Connection.Origin);
        WriteObject(parameters);
    }
}
