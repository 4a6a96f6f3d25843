using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Tests.Local.Vault;

/// <summary>The key file: what is read back, what an editor may do to it, and what is none.</summary>
public sealed class MasterKeyFileTests : IDisposable
{
    private const string Former = "0123456789ABCDEF0123456789ABCDEF";
    private const string Current = "FEDCBA9876543210FEDCBA9876543210";
    private const string Good = "paymentcrypto-master-key-1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";

    private static readonly byte[] Key = Convert.FromHexString("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F");

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("paymentcrypto-test-");
    private readonly StoreLocation _location;
    private readonly string _path;

    public MasterKeyFileTests()
    {
        _location = new StoreLocation(_directory.FullName);
        _path = _location.KeyFilePath(Current);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void A_key_is_written_as_two_lines_of_text()
    {
        MasterKeyFile.Write(_path, Key);

        Assert.Equal(Good, File.ReadAllText(_path));
    }

    // A text editor of another system ends lines with two characters, or leaves the last one without an end.
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("")]
    public void The_end_of_the_last_line_does_not_matter(string end)
    {
        File.WriteAllText(_path, Good.TrimEnd() + end);

        using SecretBuffer? read = MasterKeyFile.TryRead(_path);

        Assert.Equal(Key, read!.Span.ToArray());
    }

    [Theory]
    [InlineData("paymentcrypto-master-key-2\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n")]
    [InlineData("paymentcrypto-master-key-1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==\n")]
    [InlineData("paymentcrypto-master-key-1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8_\n")]
    [InlineData("paymentcrypto-master-key-1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n\n\n")]
    [InlineData("paymentcrypto-master-key-1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n#")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n")]
    public void What_is_no_key_file_is_refused_with_its_path(string contents)
    {
        File.WriteAllText(_path, contents);

        VaultException refusal = Assert.Throws<VaultException>(() => MasterKeyFile.TryRead(_path));

        Assert.Equal(VaultFailure.KeyFileWrong, refusal.Failure);
        Assert.Contains(_path, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AAECAwQF", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_is_no_key_and_a_directory_in_its_place_is_an_error_of_the_store()
    {
        Assert.Null(MasterKeyFile.TryRead(_path));
        Assert.Null(MasterKeyFile.TryRead(Path.Combine(_directory.FullName, "none", "master.key")));
        Directory.CreateDirectory(_path);

        Assert.Contains(_path, Assert.Throws<StoreException>(() => MasterKeyFile.TryRead(_path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_of_a_change_that_was_interrupted_is_found_under_its_pending_name_and_ends_the_change()
    {
        MasterKeyFile.Write(_location.KeyFilePath(Former), new byte[32]);
        MasterKeyFile.Write(MasterKeyFiles.PendingPath(_location, Current, Former), Key);

        using SecretBuffer? read = MasterKeyFiles.TryRead(_location, Current);
        MasterKeyFiles.Finish(_location, Current);

        Assert.Equal(Key, read!.Span.ToArray());
        Assert.Equal([_path], Directory.GetFiles(_directory.FullName));
        Assert.Equal(Good, File.ReadAllText(_path));
    }

    // Killed between the renaming and the removal: the key stands under both names.
    [Fact]
    public void A_change_that_has_its_key_already_is_ended_too()
    {
        MasterKeyFile.Write(MasterKeyFiles.PendingPath(_location, Current, Former), Key);
        MasterKeyFile.Write(_path, Key);

        MasterKeyFiles.Finish(_location, Current);

        Assert.Equal([_path], Directory.GetFiles(_directory.FullName));
    }

    // A directory stands for whatever cannot be removed: the store opens all the same, and its check names the file.
    [Fact]
    public void What_cannot_be_tidied_up_keeps_nobody_from_opening_the_store()
    {
        MasterKeyFile.Write(MasterKeyFiles.PendingPath(_location, Current, Former), Key);
        Directory.CreateDirectory(_location.KeyFilePath(Former));

        MasterKeyFiles.TryFinish(_location, Current);
        MasterKeyFiles.TryDelete(_location.KeyFilePath(Former));

        using SecretBuffer? read = MasterKeyFiles.TryRead(_location, Current);
        Assert.Equal(Key, read!.Span.ToArray());
    }

    [Fact]
    public void A_store_that_is_not_there_has_no_key()
    {
        Assert.Null(MasterKeyFiles.TryRead(new StoreLocation(Path.Combine(_directory.FullName, "none")), Current));
        Assert.Null(MasterKeyFiles.TryRead(_location, Current));
    }

    [Fact]
    public void A_key_file_that_somebody_else_is_reading_opens()
    {
        MasterKeyFile.Write(_path, Key);
        using FileStream held = new(_path, FileMode.Open, FileAccess.Read, FileShare.Read);

        using SecretBuffer? read = MasterKeyFile.TryRead(_path);

        Assert.Equal(Key, read!.Span.ToArray());
    }

    // Only what never took effect goes: the store's own key, also under its pending name, and what is somebody else's stay.
    [Fact]
    public void Sweeping_removes_what_opens_nothing_and_nothing_else()
    {
        string pending = MasterKeyFiles.PendingPath(_location, Current, Former);
        string abandoned = MasterKeyFiles.PendingPath(_location, Former, Current);
        string partial = _path + PrivateFiles.TemporarySuffix;
        string other = Path.Combine(_directory.FullName, "master-notes.key.txt");
        foreach (string file in new[] { _path, pending, abandoned, partial, other })
        {
            File.WriteAllText(file, Good);
        }

        MasterKeyFiles.Sweep(_location, Current);

        Assert.Equal(new[] { _path, pending, other }.Order(StringComparer.Ordinal), Directory.GetFiles(_directory.FullName).Order(StringComparer.Ordinal));
    }
}
