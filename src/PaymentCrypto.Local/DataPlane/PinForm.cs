using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Pins;

namespace PaymentCrypto.Local.DataPlane;

/// <summary>The format of a PIN block and the PAN that goes into it.</summary>
/// <param name="Format">The format.</param>
/// <param name="Pan">The PAN; null where the format has none.</param>
/// <param name="Member">The member of the request that says so, for a refusal.</param>
internal readonly record struct PinForm(PinBlockFormat Format, string? Pan, string Member)
{
    /// <summary>The form that a translation names. Format 0 of AS 2805 is that of ISO 9564.</summary>
    public static PinForm Of(string member, TranslationIsoFormats formats) => formats switch
    {
        { IsoFormat0: { } iso0 } => new PinForm(PinBlockFormat.Iso0, iso0.PrimaryAccountNumber, member),
        { IsoFormat3: { } iso3 } => new PinForm(PinBlockFormat.Iso3, iso3.PrimaryAccountNumber, member),
        { IsoFormat4: { } iso4 } => new PinForm(PinBlockFormat.Iso4, iso4.PrimaryAccountNumber, member),
        { As2805Format0: { } as2805 } => new PinForm(PinBlockFormat.Iso0, as2805.PrimaryAccountNumber, member),
        _ => new PinForm(PinBlockFormat.Iso1, null, member),
    };

    /// <summary>The form that PIN data are in.</summary>
    /// <exception cref="ValidationException">The format needs a PAN, and there is none.</exception>
    public static PinForm Of(string format, string? pan)
    {
        const string Member = nameof(GeneratePinDataRequest.PinBlockFormat);
        PinForm form = format switch
        {
            PinBlockFormatForPinData.IsoFormat0 => new PinForm(PinBlockFormat.Iso0, pan, Member),
            PinBlockFormatForPinData.IsoFormat3 => new PinForm(PinBlockFormat.Iso3, pan, Member),
            PinBlockFormatForPinData.IsoFormat4 => new PinForm(PinBlockFormat.Iso4, pan, Member),
            _ => new PinForm(PinBlockFormat.Iso1, null, Member),
        };
        return form.Format == PinBlockFormat.Iso1 || pan is not null
            ? form
            : throw new ValidationException($"PrimaryAccountNumber is needed with PinBlockFormat {format}: the PIN block holds a part of it.");
    }

    /// <summary>The format as the service calls it.</summary>
    public string Name => $"ISO_FORMAT_{(int)Format}";

    /// <summary>The format alone: the PAN is secret.</summary>
    public override string ToString() => Format.ToString();
}
