namespace PaymentCrypto.Cryptography.Diagnosis.Repair;

/// <summary>Halves of a key in the other order.</summary>
internal static class ComponentSwap
{
    public static void Halves(ReadOnlySpan<byte> key, Span<byte> swapped)
    {
        // The "halves" of a three-key TDES key are its outer parts: the middle one stays.
        int part = key.Length == 24 ? 8 : key.Length / 2;
        key.CopyTo(swapped);
        key[^part..].CopyTo(swapped);
        key[..part].CopyTo(swapped[^part..]);
    }
}
