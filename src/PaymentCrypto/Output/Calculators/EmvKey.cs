using PaymentCrypto.Api.Tools;

namespace PaymentCrypto;

/// <summary>A key of a card or of one of its transactions. It shows what the key is for, never the key.</summary>
public sealed class EmvKey : ClearKey, ICalculated
{
    internal EmvKey(KeyMaterial material, CheckValue? checkValue, bool asPlainText)
        : base(material, checkValue, asPlainText)
    {
    }

    /// <summary><c>Card</c>, <c>Cryptogram</c> (a session key for cryptograms) or <c>Script</c> (a session key for secure messaging).</summary>
    public string? Usage { get; init; }

    /// <summary>How it was derived, for example <c>EMV_OPTION_A</c>.</summary>
    public string? DerivationMode { get; init; }

    string ICalculated.ResultName => $"{Usage} key";

    string ICalculated.ResultText => PlainText ?? $"(key, KCV {KeyCheckValue})";
}
