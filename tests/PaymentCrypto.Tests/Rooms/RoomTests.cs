using PaymentCrypto.Tests.Cryptography.Package;

namespace PaymentCrypto.Tests.Rooms;

/// <summary>Folders of a project depend on each other one way, so that each can be understood with what is below it alone.</summary>
public sealed class RoomTests
{
    public static TheoryData<string> Projects =>
        [.. Directory.EnumerateDirectories(Repository.File("src")).Select(static folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folders_of_a_project_depend_on_each_other_in_a_circle(string project)
    {
        SourceFile[] files = [.. Sources(Repository.File($"src/{project}"))];

        string[] circles = [.. new RoomPlan(files, static folder => folder).Circles(), .. new RoomPlan(files, static folder => folder.Split('/')[0]).Circles()];

        Assert.True(circles.Length == 0, string.Join('\n', circles.Prepend("These lie on a circle:")));
    }

    [Fact]
    public void A_circle_is_named_with_the_files_that_make_it()
    {
        string[] circles =
        [
            .. Plan(
                ("Keys/KeyMaterials.cs", "using P.KeyRing; namespace P.Keys; class KeyMaterials { object Open() => KeyFinder.Find(); }"),
                ("KeyRing/KeyFinder.cs", "using P.Tags; namespace P.KeyRing; class KeyFinder { Tag? Tag { get; } }"),
                ("Tags/Tag.cs", "namespace P.Tags; class Tag : Keys.KeyMaterials;")),
        ];

        Assert.Equal(
            ["KeyRing -> Tags: KeyFinder.cs names Tag", "Keys -> KeyRing: KeyMaterials.cs names KeyFinder", "Tags -> Keys: Tag.cs names Keys.KeyMaterials"],
            circles);
    }

    [Theory]
    [InlineData("// Tag\n")]
    [InlineData("/* Tag */")]
    [InlineData("string S = \"Tag \\\" Tag\";")]
    [InlineData("string S = @\"Tag\"\" Tag\";")]
    [InlineData("string S = \"\"\"Tag \" Tag\"\"\";")]
    [InlineData("string S = $\"Tag {{Tag}} {1 + 1:Tag}\";")]
    [InlineData("char C = '\"'; string S = \"Tag\";")]
    [InlineData("string Tag { get; } string Other => Tag;")]
    [InlineData("object O => other.Tag;")]
    [InlineData("object O => new Other { Tag = 1 };")]
    [InlineData("bool B => other is { Tag: 1 };")]
    public void A_name_that_is_no_type_is_no_dependency(string member) => Assert.Empty(Plan(
        ("Keys/Key.cs", $"using P.Tags; namespace P.Keys; class Key {{ {member} }}"),
        ("Tags/Tag.cs", "using P.Keys; namespace P.Tags; class Tag { Key? Key { get; } }")));

    [Theory]
    [InlineData("string S = $\"{Tag.Name}\";")]
    [InlineData("string S = $\"{(1 > 0 ? \"{\" : Tag.Name)}\";")]
    [InlineData("string S = $\"\"\"{Tag.Name}\"\"\";")]
    [InlineData("string S = \"/*\"; object O = Tag.Name; // \"")]
    [InlineData("Tag? Tag { get; }")]
    [InlineData("string Tag { get; } object O => new Tag();")]
    [InlineData("object O => new List<Tag>();")]
    [InlineData("object O => P.Tags.Tag.Name;")]
    [InlineData("object O => Tags.Tag.Name;")]
    [InlineData("[Tag] object O => 1;")]
    public void A_name_of_a_type_is_a_dependency(string member) => Assert.Equal(2, Plan(
        ("Keys/Key.cs", $"using P.Tags; namespace P.Keys; class Key {{ {member}\n }}"),
        ("Tags/Tag.cs", "using P.Keys; namespace P.Tags; class Tag { Key? Key { get; } }")).Count);

    private static IReadOnlyList<string> Plan(params (string Path, string Text)[] files) =>
        new RoomPlan([.. files.Select(static file => new SourceFile(file.Path, file.Text.Replace("; ", ";\n", StringComparison.Ordinal)))],
            static folder => folder).Circles();

    private static IEnumerable<SourceFile> Sources(string project) =>
        from path in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(project, path).Replace('\\', '/')
        where !relative.StartsWith("obj/", StringComparison.Ordinal) && !relative.StartsWith("bin/", StringComparison.Ordinal)
        select new SourceFile(relative, File.ReadAllText(path));
}
