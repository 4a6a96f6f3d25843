using System.Reflection;
using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;

namespace PaymentCrypto.Tests;

/// <summary>
/// Stryker wants a test, and a quick one: it runs it once for each mutant. Stryker puts the library back when it ends, so the test keeps the one with all
/// mutants in a folder beside itself.
/// </summary>
public class OneTest
{
    [Fact]
    public void The_library_with_its_mutants_is_kept()
    {
        Assembly library = typeof(KeyCheckValue).Assembly;
        if (library.GetTypes().Any(type => type.Name == "MutantControl"))
        {
            DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "mutated"));
            File.Copy(library.Location, Path.Combine(folder.FullName, Path.GetFileName(library.Location)), overwrite: true);
        }

        Assert.NotEmpty(KeyCheckValue.Sha1(new byte[1]));
    }
}
