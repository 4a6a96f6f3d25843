using System.Net;
using System.Security;

namespace PaymentCrypto;

/// <summary>A PIN that was in a block. It shows how long the PIN is, never the PIN: not in a view, not in JSON, not in CLIXML.</summary>
public sealed partial class CalculatedPin : ICalculated, IDisposable
{
    private readonly SecureString _pin;

    internal CalculatedPin(SecureString pin, bool asPlainText)
    {
        _pin = pin;
        PinLength = pin.Length;
        PlainText = asPlainText ? new NetworkCredential(string.Empty, pin).Password : null;
    }

    /// <summary>How many digits the PIN has.</summary>
    public int PinLength { get; }

    /// <summary>The format of the block, under the service's name.</summary>
    public string? PinBlockFormat { get; init; }

    /// <summary>The algorithm of the key that the block was under; null for a clear block.</summary>
    public string? KeyAlgorithm { get; init; }

    /// <summary>Check value of that key; null for a clear block.</summary>
    public string? KeyCheckValue { get; init; }

    /// <summary>The PIN itself, when it was asked for with <c>-AsPlainText</c>; else null.</summary>
    public string? PlainText { get; }

    string ICalculated.ResultName => "PIN";

    string ICalculated.ResultText => PlainText ?? "(PIN, hidden)";

    /// <summary>The PIN as a SecureString, for <c>-Pin</c>.</summary>
    public SecureString ToSecureString() => _pin.Copy();

    /// <summary>Forgets the PIN.</summary>
    public void Dispose() => _pin.Dispose();

    /// <summary>The length, never the PIN.</summary>
    public override string ToString() => $"PIN of {PinLength} digits";
}
