namespace PaymentCrypto.Tests.Cryptography;

/// <summary>A folder for files that are exchanged with another program.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("keyblocks-");

    public string Path => _folder.FullName;

    public void Write(string name, ReadOnlySpan<byte> content) => File.WriteAllBytes(System.IO.Path.Combine(Path, name), content.ToArray());

    public void Write(string name, string content) => File.WriteAllText(System.IO.Path.Combine(Path, name), content);

    public byte[] Read(string name) => File.ReadAllBytes(System.IO.Path.Combine(Path, name));

    public void Dispose() => _folder.Delete(recursive: true);
}
