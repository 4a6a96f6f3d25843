namespace PaymentCrypto.Packaging;

/// <summary>A file of the module.</summary>
/// <param name="Path">Its path in the module, with slashes.</param>
/// <param name="Source">Where it is.</param>
internal sealed record PackedFile(string Path, string Source)
{
    /// <summary>Its SHA-256 in lower-case hexadecimal.</summary>
    public string Sha256 { get; } = PackageStore.Sha256(Source);

    /// <summary>Whether it is machine code or IL.</summary>
    public bool IsBinary => System.IO.Path.GetExtension(Path) is ".dll" or ".so" or ".dylib";
}
