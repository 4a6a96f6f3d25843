using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Sessions;

namespace PaymentCrypto.Completion;

/// <summary>Offers the RSA keys that a key to import can be wrapped under, for the material that is on the command line.</summary>
public sealed class WrappingKeyCompleter : ValueCompleter
{
    private static readonly CompletionValue[] Known =
    [
        new(KeyAlgorithm.Rsa2048, "RSA with 2048 bits: carries TDES keys"),
        new(KeyAlgorithm.Rsa3072, "RSA with 3072 bits: carries TDES and AES-128 keys"),
        new(KeyAlgorithm.Rsa4096, "RSA with 4096 bits: carries TDES and AES-128 keys"),
    ];

    // For TR-34 the documentation has one algorithm; AWS's own samples use others, as the engine does unless it is told not to.
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) =>
        string.Equals(request.Text("KeyMaterialType") ?? KeyMaterialType.Tr34KeyBlock, KeyMaterialType.Tr34KeyBlock, StringComparison.OrdinalIgnoreCase)
        && PcSession.Current.Settings(ProviderQuery.ProviderOf(request)?.ProviderName) is { Name: ProviderName.Local, Local.Conformance: Conformance.Documented }
            ? Known.Take(1)
            : Known;
}
