using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Store;

/// <summary>No cmdlet writes over a file of any store, however the file is spelled, also with -Force.</summary>
public sealed class StoreIsSafeFromWritersTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ModuleSession _session;

    public StoreIsSafeFromWritersTests()
    {
        _session = new ModuleSession(_directory.Combine("home"));
        _session.Set("folder", _directory.Path);
        _session.Run("Set-Location $folder; $kek = New-PcKey K0 AES_128; $key = New-PcKey P0 AES_128 -Exportable; $pair = New-PcKeyExchangeCertificate "
            + "RSA_2048 Kdh; $krd = New-PcKeyExchangeCertificate RSA_2048 Krd; $words = ConvertTo-SecureString 0123456789ABCDEFFEDCBA9876543210 "
            + "-AsPlainText -Force; $signing = New-PcKey K3 ECC_NIST_P256 -DeriveKeyUsage K0; $secret = ConvertTo-SecureString 'secret words' "
            + "-AsPlainText -Force").Succeed();
    }

    public void Dispose()
    {
        _session.Dispose();
        _directory.Dispose();
    }

    /// <summary>One use of each cmdlet that writes a file: the one named in $file.</summary>
    public static TheoryData<string> Writers => new(
        "Export-PcKey $key -WrappingKeyIdentifier $kek -OutFile $file -Force",
        "New-PcTr31KeyBlock -Key $words -Algorithm AES_128 -ProtectionKey $words -ProtectionKeyAlgorithm AES_128 -Usage P0 -OutFile $file",
        "$krd | New-PcTr34KeyBlock -Key $words -Algorithm AES_128 -SigningKey $pair -Usage K0 -OutFile $file",
        "$krd | New-PcKeyCryptogram -Key $words -Algorithm AES_128 -OutFile $file",
        "$pair | Export-PcKeyExchangeCertificate $file $secret -Force",
        "Get-PcKeyInventory | Export-PcKeyInventory $file -Format Json -Force",
        "Backup-PcStore $file -Force",
        "Get-PcPublicKeyCertificate $signing -OutFile $file",
        "$signing | New-PcCertificateSigningRequest -CommonName x -OutFile $file");

    [Theory]
    [MemberData(nameof(Writers))]
    public void A_file_of_a_store_is_refused_in_every_spelling(string writer)
    {
        string home = _directory.Combine("home");
        string keyFile = Path.GetFileName(Assert.Single(Directory.GetFiles(home, "master-*.key")));
        List<string> spellings = ["home/store.db", "./home/../home/store.db-wal", Path.Combine(home, "STORE.LOCK"), Path.Combine(home, keyFile),
            $"home/{keyFile.ToUpperInvariant()}"];
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(_directory.Combine("link.tr31"), Path.Combine(home, "store.db"));
            File.CreateSymbolicLink(_directory.Combine("elsewhere"), home);
            spellings.AddRange(["link.tr31", $"elsewhere/{keyFile}"]);
        }

        Dictionary<string, byte[]> before = Directory.GetFiles(home, "master-*.key").ToDictionary(static file => file, File.ReadAllBytes);
        foreach (string spelling in spellings)
        {
            _session.Set("file", spelling);
            Outcome outcome = _session.Run(writer);
            ErrorRecord error = outcome.Terminating ?? Assert.Single(outcome.Errors);
            Assert.Equal("PcOutFileIsStore", error.FullyQualifiedErrorId.Split(',')[0]);
        }

        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
        Assert.Empty(Directory.GetFiles(home, "*.tmp"));
        Assert.True((bool)_session.Run("Test-PcStore -Quiet").Single().BaseObject);
    }

    [Fact]
    public void Every_cmdlet_that_writes_a_file_is_tried()
    {
        string[] writers =
            [.. _session.Run("(Get-Command -Module PaymentCrypto -ParameterName OutFile).Name").Succeed().Select(static name => (string)name.BaseObject)];

        Assert.NotEmpty(writers);
        Assert.DoesNotContain(writers, static name => !Writers.Any(row => row.Data.Contains(name, StringComparison.Ordinal)));
    }
}
