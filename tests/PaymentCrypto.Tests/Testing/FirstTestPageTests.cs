using System.Text.RegularExpressions;
using PaymentCrypto.Tests.Cryptography.Package;

namespace PaymentCrypto.Tests.Testing;

/// <summary>The first test that the how-to has for copying is the one in examples/testing, which is run from the package.</summary>
public sealed partial class FirstTestPageTests
{
    [Fact]
    public void Every_line_of_the_first_test_is_in_the_example()
    {
        HashSet<string> lines = [.. File.ReadLines(Repository.File("examples/testing/FirstTest.cs")).Select(static line => line.Trim())];
        string page = File.ReadAllText(Repository.File("docs/how-to/test-a-dotnet-program.md"));
        string[] copied = FirstTest().Match(page).Groups[1].Value.Split('\n');

        Assert.True(copied.Length > 25);
        Assert.All(copied, line => Assert.Contains(line.Trim(), lines));
    }

    [GeneratedRegex("## The first test\n.*?```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex FirstTest();
}
