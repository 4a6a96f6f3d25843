using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands;

/// <summary>
/// Gets an import token and the certificate of the RSA key under which a key has to be wrapped to be imported with it. A new
/// token writes to the provider's state, yet the name follows the service's operation.
/// </summary>
[Cmdlet(VerbsCommon.Get, "PcImportParameters")]
[OutputType(typeof(ImportParameters))]
public sealed class GetPcImportParametersCommand : PcOperationCmdlet
{
    /// <summary>What will be imported.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ImportMaterialCompleter))]
    [ValidateNotNullOrEmpty]
    public string KeyMaterialType { get; set; } = Api.KeyMaterialType.Tr34KeyBlock;

    /// <summary>The RSA key to wrap under.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WrappingKeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string WrappingKeyAlgorithm { get; set; } = KeyAlgorithm.Rsa2048;

    /// <summary>Return the last generated token of the same kind if it has at least 7 days left.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter ReuseLastGeneratedToken { get; set; }

    private protected override object? ErrorTarget => KeyMaterialType;

    private protected override void Execute()
    {
        GetParametersForImportResponse response = Send(new GetParametersForImportRequest
        {
            KeyMaterialType = KeyMaterialType,
            WrappingKeyAlgorithm = WrappingKeyAlgorithm,
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
        parameters.Describe(KeyMaterialType, response.ParametersValidUntilTimestamp, Connection);
        WriteObject(parameters);
    }
}
