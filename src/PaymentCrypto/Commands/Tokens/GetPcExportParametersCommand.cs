using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.Tokens;

/// <summary>Gets an export token and the certificate of the key that will sign the export.</summary>
/// <remarks>
/// <para>
/// Asks the provider for an export token and the certificate of the RSA key with which the TR-34 token will be signed. The receiving system
/// needs the certificate and its chain to trust the token. Reuse works as for Get-PcImportParameters; import and export tokens are
/// separate.
/// </para>
/// </remarks>
/// <seealso cref="KeyExchange.ExportPcKeyCommand"/>
/// <seealso cref="KeyExchange.ConvertFromPcTr34KeyBlockCommand"/>
/// <seealso cref="GetPcImportParametersCommand"/>
/// <seealso cref="GetPcTokenCommand"/>
/// <seealso>about_PaymentCrypto_KeyExchange</seealso>
[Cmdlet(VerbsCommon.Get, "PcExportParameters")]
[OutputType(typeof(ExportParameters))]
public sealed class GetPcExportParametersCommand : PcOperationCmdlet
{
    /// <summary>What will be exported: TR34_KEY_BLOCK, a TR-34 token. The service has export tokens for nothing else.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ExportMaterialCompleter))]
    [ValidateNotNullOrEmpty]
    public string KeyMaterialType { get; set; } = Api.KeyMaterialType.Tr34KeyBlock;

    /// <summary>The RSA key with which the service will sign the token.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SigningKeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string SigningKeyAlgorithm { get; set; } = KeyAlgorithm.Rsa2048;

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
        GetParametersForExportResponse response = Send(new GetParametersForExportRequest
        {
            KeyMaterialType = type,
            SigningKeyAlgorithm = KnownValue.Of(KeyAlgorithm.All, SigningKeyAlgorithm),
            ReuseLastGeneratedToken = ReuseLastGeneratedToken.IsPresent,
        });
        WriteDebug($"Certificate {response.SigningKeyCertificate?.Length} and chain {response.SigningKeyCertificateChain?.Length} base64 characters.");
        var parameters = new ExportParameters
        {
            ExportToken = response.ExportToken,
            SigningKeyAlgorithm = response.SigningKeyAlgorithm,
            SigningKeyCertificate = response.SigningKeyCertificate,
            SigningKeyCertificateChain = response.SigningKeyCertificateChain,
        };
        parameters.Describe(type, response.ParametersValidUntilTimestamp, Connection.Origin);
        WriteObject(parameters);
    }
}
