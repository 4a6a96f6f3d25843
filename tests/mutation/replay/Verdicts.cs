namespace PaymentCrypto.Mutation;

internal enum Verdict
{
    /// <summary>Not run yet.</summary>
    None,
    Killed,
    Survived,

    /// <summary>No test reaches it. It lives.</summary>
    NotReached,

    /// <summary>It is in what runs once in a process.</summary>
    Static,
}

/// <summary>One line for each verdict in a file, so that a run goes on where the last one ended; the last line counts.</summary>
internal sealed class Verdicts(string folder)
{
    private readonly Dictionary<int, Verdict> _known = File.Exists(PathOf(folder))
        ? File.ReadLines(PathOf(folder)).Select(line => line.Split('\t')).GroupBy(part => int.Parse(part[0]), part => Enum.Parse<Verdict>(part[1])).ToDictionary(
            group => group.Key, group => group.Last())
        : [];

    public Verdict this[int id] => _known.GetValueOrDefault(id);

    public static void Add(string folder, int id, Verdict verdict, string why) =>
        File.AppendAllText(PathOf(folder), $"{id}\t{verdict}\t{why.ReplaceLineEndings(" ")}\n");

    /// <summary>Says which mutant runs from here on; -1 for none.</summary>
    public static void Begin(string folder, int id) => File.WriteAllText(Path.Combine(folder, "running"), $"{id}");

    /// <summary>Counts the mutant that was running when its process ended as killed; false when none was.</summary>
    public static bool TakeUnfinished(string folder)
    {
        string running = Path.Combine(folder, "running");
        if (!File.Exists(running) || int.Parse(File.ReadAllText(running)) is not (>= 0 and var id))
        {
            return false;
        }

        Add(folder, id, Verdict.Killed, "the process ended or hung");
        Begin(folder, -1);
        return true;
    }

    private static string PathOf(string folder) => Path.Combine(folder, "verdicts");
}
