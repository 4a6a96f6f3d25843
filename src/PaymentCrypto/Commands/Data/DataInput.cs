using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;

namespace PaymentCrypto.Commands.Data;

/// <summary>The structures of how data is encrypted, from what was given.</summary>
internal static class DataInput
{
    /// <summary>The longest plain text that the service takes, in bytes.</summary>
    public const int MostPlainBytes = 2048;

    /// <summary>The longest cipher text that the service takes, in bytes.</summary>
    public const int MostCipherBytes = 2112;

    /// <summary>A key of the provider: as it is, or with a serial number by DUKPT.</summary>
    /// <param name="side">What the parameters begin with: nothing, Incoming or Outgoing.</param>
    /// <param name="serial">The key serial number; null without DUKPT.</param>
    /// <param name="mode">The mode.</param>
    /// <param name="type">The type of the DUKPT key.</param>
    /// <param name="variant">Which of the DUKPT keys.</param>
    /// <param name="vector">The initial vector.</param>
    public static ReEncryptionAttributes Static(string side, string? serial, string? mode, string? type, string? variant, string? vector)
    {
        if (serial is not null)
        {
            return new() { Dukpt = Dukpt(side, serial, mode, type, variant, vector) };
        }

        return type is null && variant is null
            ? new() { Symmetric = Symmetric(side + "Mode", mode, side + "InitializationVector", vector) }
            : throw Field.Missing(side + "KeySerialNumber", $"-{side}{(type is null ? "DukptKeyVariant" : "DukptDerivationType")} is about DUKPT: give the "
                + $"key serial number too, with -{side}KeySerialNumber.");
    }

    /// <summary>The session key of a card.</summary>
    public static EmvEncryptionAttributes Emv(string? major, string? pan, string sequence, string? session, string? mode, string? vector) => new()
    {
        MajorKeyDerivationMode = EmvInput.Major(major, pan),
        PrimaryAccountNumber = Field.Pan(pan),
        PanSequenceNumber = Field.PanSequenceNumber(sequence),
        SessionDerivationData = Field.Hex("SessionDerivationData", session, 16, 16, "session derivation data, such as an application cryptogram,"),
        Mode = mode is null ? null : Field.OneOf("Mode", mode, EmvEncryptionMode.All),
        InitializationVector = Field.Vector("InitializationVector", vector),
    };

    private static SymmetricEncryptionAttributes Symmetric(string modeParameter, string? mode, string vectorParameter, string? vector)
    {
        string chosen = Field.Choice(modeParameter, mode, EncryptionMode.All) ?? EncryptionMode.Cbc;
        return new()
        {
            Mode = chosen,
            InitializationVector = vector is null || chosen != EncryptionMode.Ecb
                ? Field.Vector(vectorParameter, vector)
                : throw Field.Conflict(vectorParameter, $"-{vectorParameter} goes with no mode ECB: leave it out, or choose another mode."),
        };
    }

    private static DukptEncryptionAttributes Dukpt(string side, string? serial, string? mode, string? type, string? variant, string? vector) => new()
    {
        KeySerialNumber = Field.KeySerialNumber(side + "KeySerialNumber", serial),
        Mode = mode is null ? null : Field.OneOf(side + "Mode", mode, DukptEncryptionMode.All),
        DukptKeyDerivationType = Field.Choice(side + "DukptDerivationType", type, DukptDerivationType.All),
        DukptKeyVariant = Field.Choice(side + "DukptKeyVariant", variant, DukptKeyVariant.All),
        InitializationVector = Field.Vector(side + "InitializationVector", vector),
    };
}
