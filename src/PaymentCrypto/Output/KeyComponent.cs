using PaymentCrypto.Api.Tools;

namespace PaymentCrypto;

/// <summary>One component of a key in split knowledge: all of them XORed give the key. It shows its check value, never its value.</summary>
public sealed partial class KeyComponent : ClearKey
{
    internal KeyComponent(KeyMaterial material, CheckValue? checkValue, bool asPlainText)
        : base(material, checkValue, asPlainText)
    {
    }

    /// <summary>Which component it is, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Of how many components.</summary>
    public int Count { get; init; }

    /// <summary>The check value of the key that all components give, upper-case hex.</summary>
    public string? CombinedKeyCheckValue { get; init; }

    /// <summary>Whether every byte has odd parity; null for AES.</summary>
    public bool? OddParity { get; init; }

    /// <summary>Number, algorithm and check value, never the component.</summary>
    public override string ToString() => $"component {Number} of {Count}, {KeyAlgorithm}, KCV {KeyCheckValue}";
}
