using System.Collections;
using PaymentCrypto.Api;
using PaymentCrypto.Commands;

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

    private protected override IEnumerable<CompletionValue> Values(IDictionary fakeBoundParameters)
    {
        string? usage = KnownValue.OfUsage(KeyUsage.All, fakeBoundParameters["Usage"]?.ToString());
        string? preferred = KeyUsageGuide.Find(usage)?.ModeOfUse;
        return Known.OrderByDescending(value => value.Text == preferred);
    }
}
