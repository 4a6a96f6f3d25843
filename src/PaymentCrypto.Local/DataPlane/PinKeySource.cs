using PaymentCrypto.Api;

namespace PaymentCrypto.Local.DataPlane;

/// <summary>How a request gives the key of a PIN block.</summary>
/// <param name="Member">The member that names the key.</param>
/// <param name="Identifier">What it names.</param>
/// <param name="WrappedMember">The member that a key may come in.</param>
/// <param name="Wrapped">The key that came in it; null when there is none.</param>
/// <param name="KeySerialNumber">The key serial number; null without DUKPT.</param>
/// <param name="DerivationType">The type of DUKPT key; null leaves it to the base key.</param>
internal readonly record struct PinKeySource(
    string Member, string Identifier, string WrappedMember, DynamicKey? Wrapped, string? KeySerialNumber = null, string? DerivationType = null)
{
    /// <summary>The member that has the serial number: of the same side as the key.</summary>
    public string DukptMember => (Member.StartsWith("Incoming", StringComparison.Ordinal) ? "Incoming"
        : Member.StartsWith("Outgoing", StringComparison.Ordinal) ? "Outgoing"
        : string.Empty) + "DukptAttributes";
}
