namespace PaymentCrypto.Packaging;

/// <summary>The texts of the licences that come without one, by SPDX id.</summary>
internal static class LicenceTexts
{
    /// <summary>The text of a licence.</summary>
    /// <param name="licence">Its SPDX id.</param>
    /// <exception cref="PackagingException">It is not known.</exception>
    public static string Of(string licence)
    {
        using Stream stream = typeof(LicenceTexts).Assembly.GetManifestResourceStream(licence)
            ?? throw new PackagingException($"There is no text of the licence '{licence}' in tools/PaymentCrypto.Packaging/Licences.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim();
    }
}
