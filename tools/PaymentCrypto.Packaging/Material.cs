namespace PaymentCrypto.Packaging;

/// <summary>A package and what of it is in the module.</summary>
/// <param name="Package">The package.</param>
/// <param name="Facts">What it says of itself.</param>
/// <param name="Files">Its files in the module; none when the package only leads to others or is needed to build.</param>
internal sealed record Material(LockedPackage Package, PackageFacts Facts, IReadOnlyList<PackedFile> Files);
