using System.Reflection;
using System.Xml.Linq;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Tests.Cryptography.Package;

/// <summary>
/// PaymentCrypto.Cryptography is a package of its own, so its public API changes on purpose only. After such a change, look at the
/// difference that this writes, and commit it:
/// <code>PAYMENTCRYPTO_UPDATE=1 dotnet run --project tests/PaymentCrypto.Tests -- -class '*PublicApiTests'</code>
/// </summary>
public sealed class PublicApiTests
{
    private static readonly Assembly Library = typeof(Tr31KeyBlock).Assembly;
    private static readonly string File = Repository.File("src/PaymentCrypto.Cryptography/PublicApi.txt");

    [Fact]
    public void The_public_API_is_the_one_written_down()
    {
        string api = PublicApi.Of(Library);
        if (Environment.GetEnvironmentVariable("PAYMENTCRYPTO_UPDATE") == "1")
        {
            System.IO.File.WriteAllText(File, api);
        }

        Assert.Equal(System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"), api);
    }

    [Fact]
    public void Nothing_of_BouncyCastle_is_in_it() =>
        // The package's users choose their own version of it.
        Assert.DoesNotContain("BouncyCastle", PublicApi.Of(Library), StringComparison.Ordinal);

    [Fact]
    public void Every_public_type_and_member_is_documented()
    {
        HashSet<string> documented = [.. XElement.Load(Path.ChangeExtension(Library.Location, ".xml"))
            .Descendants("member")
            .Select(member => member.Attribute("name")!.Value.Split('(')[0])];

        string[] undocumented =
        [
            .. Library.GetExportedTypes().Where(type => !documented.Contains($"T:{type.FullName}")).Select(type => type.FullName!),
            .. Library.GetExportedTypes().SelectMany(type =>
                type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
                .Where(property => property.Name != "EqualityContract" && !documented.Contains($"P:{property.DeclaringType!.FullName}.{property.Name}"))
                .Where(property => !IsOfPrimaryConstructor(property))
                .Select(property => $"{property.DeclaringType!.FullName}.{property.Name}"),
        ];

        Assert.Empty(undocumented);
    }

    // Those of a positional record are documented as its parameters.
    private static bool IsOfPrimaryConstructor(PropertyInfo property) =>
        property.DeclaringType!.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.Name == property.Name));
}
