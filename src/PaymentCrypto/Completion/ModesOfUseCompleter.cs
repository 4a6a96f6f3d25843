using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto.Completion;

/// <summary>Offers modes of use, by letter and by name; the one that New-PcKey would choose for the usage comes first.</summary>
public sealed class ModesOfUseCompleter : ValueCompleter
{
    private static readonly CompletionValue[] Known =
    [
        new("B", "TR-31 B: encrypt, decrypt, wrap and unwrap"),
        new("C", "TR-31 C: generate and verify"),
        new("D", "TR-31 D: decrypt and unwrap only"),
        new("E", "TR-31 E: encrypt and wrap only"),
        new("G", "TR-31 G: generate only"),
        new("N", "TR-31 N: no restrictions"),
        new("S", "TR-31 S: sign"),
        new("V", "TR-31 V: verify only"),
        new("X", "TR-31 X: derive other keys"),
        new(nameof(KeyModesOfUse.Encrypt), "Encrypt data; goes with Wrap"),
        new(nameof(KeyModesOfUse.Decrypt), "Decrypt data; goes with Unwrap"),
        new(nameof(KeyModesOfUse.Wrap), "Wrap keys; goes with Encrypt"),
        new(nameof(KeyModesOfUse.Unwrap), "Unwrap keys; goes with Decrypt"),
        new(nameof(KeyModesOfUse.Generate), "Generate MACs, PINs or card values"),
        new(nameof(KeyModesOfUse.Verify), "Verify MACs, PINs or card values, or signatures"),
        new(nameof(KeyModesOfUse.Sign), "Sign"),
        new(nameof(KeyModesOfUse.DeriveKey), "Derive other keys"),
        new(nameof(KeyModesOfUse.NoRestrictions), "Whatever the usage allows"),
    ];

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request)
    {
        string letters = Letters(request);
        string[] names = [.. letters.SelectMany(static letter => ModesOfUse.Names(ModesOfUse.Parse([letter.ToString()])))];
        return Known
            .Where(value =>
                letters.Length == 0 || (value.Text.Length == 1 ? letters.Contains(value.Text[0], StringComparison.Ordinal) : names.Contains(value.Text)))
            .OrderBy(value => value.Text.Length == 1 && value.Text[0] == letters.FirstOrDefault() ? 0 : 1);
    }

    // Best first; none when the command line does not tell.
    private static string Letters(CompletionRequest request) => request switch
    {
        _ when request.Has("RootCertificate") => "V",
        _ when request.Has("TrustedCertificate") =>
            KeyUsageGuide.Of(request.Text("Usage")) is { Usage: not KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature } ? "E" : "V",
        _ when KeyUsageGuide.Of(request.Text("Usage")) is { } guide => guide.Modes,
        { CommandName: "Export-PcKey" } => OfKey(request),
        _ => string.Empty,
    };

    // A key in a block may do no more than the key itself.
    private static string OfKey(CompletionRequest request)
    {
        if (request.Text("KeyIdentifier") is not { } identifier || StoredKeys.Read(request, state: null).Find(identifier)?.KeyAttributes is not { } attributes)
        {
            return string.Empty;
        }

        string own = ModesOfUse.Letter(ModesOfUse.Names(attributes.KeyModesOfUse)) ?? string.Empty;
        string all = KeyUsageGuide.Find(attributes.KeyUsage)?.Modes ?? string.Empty;
        return own switch
        {
            "" => string.Empty,
            "N" => "N" + all.Replace("N", string.Empty, StringComparison.Ordinal),
            "B" => "BED",
            "C" => "CGV",
            _ => own,
        };
    }
}
