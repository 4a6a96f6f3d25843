namespace PaymentCrypto.Cryptography.Pins;

/// <summary>The formats of a PIN block (ISO 9564-1). The value of each member is its control field.</summary>
public enum PinBlockFormat
{
    /// <summary>Format 0: PIN with F fill, XOR the PAN.</summary>
    Iso0 = 0,

    /// <summary>Format 1: PIN with random fill, without the PAN.</summary>
    Iso1 = 1,

    /// <summary>Format 2: PIN with F fill, for the chip card alone.</summary>
    Iso2 = 2,

    /// <summary>Format 3: PIN with random fill of A to F, XOR the PAN.</summary>
    Iso3 = 3,

    /// <summary>Format 4: enciphered with AES in two steps; see <see cref="AesPinBlock"/>.</summary>
    Iso4 = 4,
}
