namespace PaymentCrypto.Packaging;

/// <summary>A package as a lock file has it.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha512">The hash of its content.</param>
/// <param name="Dependencies">The ids of the packages that it asks for.</param>
internal sealed record LockedPackage(string Name, string Version, byte[] Sha512, IReadOnlyList<string> Dependencies)
{
    /// <summary>Its package URL.</summary>
    public string Purl => $"pkg:nuget/{Name}@{Version}";
}
