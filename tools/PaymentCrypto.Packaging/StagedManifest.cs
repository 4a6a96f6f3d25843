using System.Text;

namespace PaymentCrypto.Packaging;

/// <summary>The manifest that a plain build puts beside the module's assemblies.</summary>
internal static class StagedManifest
{
    /// <summary>Writes it; the file stays as it is when nothing in it changes.</summary>
    /// <exception cref="PackagingException">The manifest at the root does not have what is replaced.</exception>
    public static void Write(PackagingOptions options)
    {
        ModuleManifest staged = ModuleManifest.Read(options.RootManifest)
            .Staged(options.RootModule, options.TypeFiles, options.FormatFiles, options.Version);
        File.WriteAllText(options.Manifest, staged.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
