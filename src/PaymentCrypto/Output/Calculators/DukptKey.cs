using PaymentCrypto.Api.Tools;

namespace PaymentCrypto;

/// <summary>A key of DUKPT. It shows what the key is for, never the key.</summary>
public sealed partial class DukptKey : ClearKey, ICalculated
{
    internal DukptKey(KeyMaterial material, CheckValue? checkValue, bool asPlainText)
        : base(material, checkValue, asPlainText)
    {
    }

    /// <summary>What the key is for, for example <c>Pin</c>.</summary>
    public string? Usage { get; init; }

    /// <summary>The key serial number, upper-case hex.</summary>
    public string? KeySerialNumber { get; init; }

    /// <summary>The key serial number of the device's next transaction; null when it has used its last.</summary>
    public string? NextKeySerialNumber { get; init; }

    string ICalculated.ResultName => $"{Usage} key";

    string ICalculated.ResultText => PlainText ?? $"(key, KCV {KeyCheckValue})";
}
