using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Documentation;

/// <summary>What an about topic shows at a prompt (<c>PS&gt;</c>) runs, in its order in one session. Code without a prompt is for other places.</summary>
public sealed class AboutTopicTests(DocumentedStore store)
{
    private const string Prompt = "PS> ";

    public static TheoryData<string> Topics => [.. Directory.EnumerateFiles(Folder, "about_*.help.txt").Select(file => Path.GetFileName(file))];

    private static string Folder => Path.Combine(Locations.RepositoryRoot, "src", "PaymentCrypto", "en-US");

    [Theory]
    [MemberData(nameof(Topics))]
    public void What_is_typed_in_a_topic_runs(string topic)
    {
        using var session = new DocumentedSession(store.Path);
        foreach (string line in File.ReadLines(Path.Combine(Folder, topic))
            .Select(line => line.Trim())
            .Where(line => line.StartsWith(Prompt, StringComparison.Ordinal)))
        {
            session.Run(line[Prompt.Length..]).Verify(expectedError: null, $"{topic}: {line}");
        }
    }
}
