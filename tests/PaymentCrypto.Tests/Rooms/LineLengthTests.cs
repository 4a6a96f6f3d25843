using PaymentCrypto.Tests.Cryptography.Package;

namespace PaymentCrypto.Tests.Rooms;

/// <summary>Neither the compiler nor <c>dotnet format</c> looks at the length of a line; two versions side by side need it.</summary>
public sealed class LineLengthTests
{
    private const int Longest = 160;

    [Theory]
    [InlineData("src")]
    [InlineData("tools")]
    public void No_line_is_longer_than_160_characters(string folder)
    {
        string root = Repository.File(folder);

        string[] tooLong =
        [
            .. from file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
               from line in File.ReadLines(file).Index()
               where line.Item.Length > Longest
               select $"{Path.GetRelativePath(root, file)}:{line.Index + 1}",
        ];

        Assert.Empty(tooLong);
    }
}
