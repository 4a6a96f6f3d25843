using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Validation;

namespace PaymentCrypto.Fuzzing.Targets;

/// <summary>The JSON body of a call to the endpoint: read and validated. The first byte chooses the operation.</summary>
internal sealed class ServiceRequestTarget : FuzzTarget
{
    private static readonly ApiOperation[] Operations =
        [OperationCatalog.Of(new ImportKeyRequest()), OperationCatalog.Of(new ExportKeyRequest()), OperationCatalog.Of(new CreateKeyRequest())];

    /// <inheritdoc/>
    public override string Name => "service-request";

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        """0{"KeyMaterial":{"Tr31KeyBlock":{"WrappedKeyBlock":"D0112P0AE00E0000","WrappingKeyIdentifier":"alias/kek"}},"Enabled":true,"Tags":[{"Key":"env","Value":"test"}]}"""u8.ToArray(),
        """0{"KeyMaterial":{"KeyCryptogram":{"KeyAttributes":{"KeyUsage":"TR31_P0_PIN_ENCRYPTION_KEY","KeyClass":"SYMMETRIC_KEY","KeyAlgorithm":"AES_128","KeyModesOfUse":{"Encrypt":true}},"Exportable":false,"WrappedKeyCryptogram":"AB","ImportToken":"import-token-0123456789abcdef"}}}"""u8.ToArray(),
        """1{"ExportKeyIdentifier":"alias/pin","KeyMaterial":{"Tr31KeyBlock":{"WrappingKeyIdentifier":"alias/kek","KeyBlockHeaders":{"KeyExportability":"EXPORTABLE","OptionalBlocks":{"LB":"AA"}}}},"ExportAttributes":{"KeyCheckValueAlgorithm":"CMAC"}}"""u8.ToArray(),
        """2{"KeyAttributes":{"KeyUsage":"TR31_P0_PIN_ENCRYPTION_KEY","KeyClass":"SYMMETRIC_KEY","KeyAlgorithm":"AES_128","KeyModesOfUse":{"Encrypt":true}},"Exportable":true,"ReplicationRegions":["eu-west-1"]}"""u8.ToArray(),
    ];

    /// <inheritdoc/>
    protected override void Read(byte[] input)
    {
        if (input.Length > 0)
        {
            ApiRequest request = Operations[input[0] % Operations.Length].ReadRequest(input.AsSpan(1));
            RequestValidator.Validate(request);
            _ = request.ToString();
        }
    }
}
