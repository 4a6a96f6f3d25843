using System.Text;

namespace PaymentCrypto.Packaging;

/// <summary>The module's folder as the gallery gets it, and the nuspec to pack it with.</summary>
internal sealed class ModulePackage(PackagingOptions options)
{
    private const string ManifestName = "PaymentCrypto.psd1";

    /// <summary>Writes all of it. The same inputs give the same bytes.</summary>
    /// <exception cref="PackagingException">Something is missing or does not agree.</exception>
    public void Write()
    {
        string notes = Changelog.Read(options.Changelog).ReleaseNotes(options.Version);
        ModuleManifest manifest = ModuleManifest.Read(options.Manifest).With(notes, options.ProjectUri);
        if (manifest.Version != options.Version)
        {
            throw new PackagingException($"The manifest says version {manifest.Version}, the build {options.Version}.");
        }

        var files = File.ReadLines(options.ModuleFiles)
            .Select(line => line.Split('|', 2))
            .ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal);
        var materials = BillOfMaterials.Of(files, DependencyGraph.Read(options.LockFiles), new PackageStore(options.PackageFolders));

        Directory.CreateDirectory(options.Output);
        HashSet<string> written = [];
        foreach ((string path, string source) in files)
        {
            string target = Target(path, written);
            File.Copy(source, target, overwrite: true);
        }

        WriteText("LICENSE", File.ReadAllText(options.License), written);
        WriteText("CHANGELOG.md", File.ReadAllText(options.Changelog), written);
        WriteText("THIRD-PARTY-NOTICES.txt", ThirdPartyNotices.Write(options.Version, materials), written);
        WriteText("sbom.cdx.json", CycloneDxDocument.Write(manifest, options.ProjectUri, materials), written);
        WriteText(ManifestName, manifest.Text, written);
        foreach (string stale in Directory.EnumerateFiles(Path.GetFullPath(options.Output), "*",
            SearchOption.AllDirectories).Where(file => !written.Contains(file)))
        {
            File.Delete(stale);
        }

        File.WriteAllText(options.Nuspec, Nuspec.Write(manifest, options.ProjectUri));
    }

    private void WriteText(string path, string text, HashSet<string> written) =>
        File.WriteAllText(Target(path, written), text.ReplaceLineEndings("\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private string Target(string path, HashSet<string> written)
    {
        string target = Path.GetFullPath(Path.Combine(options.Output, path));
        written.Add(target);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        return target;
    }
}
