using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Pins;

namespace PaymentCrypto.Local.DataPlane;

/// <summary>The format of a PIN block and the PAN that goes into it.</summary>
/// <param name="Format">The format.</param>
/// <param name="Pan">The PAN; null where the format has none.</param>
internal readonly record struct PinForm(PinBlockFormat Format, string? Pan)
{
    /// <summary>The form that a translation names. Format 0 of AS 2805 is that of ISO 9564.</summary>
    public static PinForm Of(TranslationIsoFormats formats) => formats switch
    {
        { IsoFormat0: { } iso0 } => new PinForm(PinBlockFormat.Iso0, iso0.PrimaryAccountNumber),
        { IsoFormat3: { } iso3 } => new PinForm(PinBlockFormat.Iso3, iso3.PrimaryAccountNumber),
        { IsoFormat4: { } iso4 } => new PinForm(PinBlockFormat.Iso4, iso4.PrimaryAccountNumber),
        { As2805Format0: { } as2805 } => new PinForm(PinBlockFormat.Iso0, as2805.PrimaryAccountNumber),
        _ => new PinForm(PinBlockFormat.Iso1, null),
    };

    /// <summary>The form that PIN data are in.</summary>
    /// <exception cref="ValidationException">The format needs a PAN, and there is none.</exception>
    public static PinForm Of(string format, string? pan)
    {
        PinForm form = format switch
        {
            PinBlockFormatForPinData.IsoFormat0 => new PinForm(PinBlockFormat.Iso0, pan),
            PinBlockFormatForPinData.IsoFormat3 => new PinForm(PinBlockFormat.Iso3, pan),
            PinBlockFormatForPinData.IsoFormat4 => new PinForm(PinBlockFormat.Iso4, pan),
            _ => new PinForm(PinBlockFormat.Iso1, null),
        };
        return form.Format == PinBlockFormat.Iso1 || pan is not null
            ? form
            : throw new ValidationException($"PrimaryAccountNumber is needed with PinBlockFormat {format}: the PIN block holds a part of it.");
    }

    /// <summary>The format alone: the PAN is secret.</summary>
    public override string ToString() => Format.ToString();
}
