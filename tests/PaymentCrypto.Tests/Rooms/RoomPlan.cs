namespace PaymentCrypto.Tests.Rooms;

/// <summary>Which folders of a project depend on which others.</summary>
internal sealed class RoomPlan
{
    // (from, to) and why: the file and the type that it names.
    private readonly SortedDictionary<(string From, string To), SortedSet<string>> _doors = [];

    /// <summary>Draws the plan of a project.</summary>
    /// <param name="files">Its sources.</param>
    /// <param name="roomOf">What counts as a room: the folder as it is, or the one above it.</param>
    public RoomPlan(IReadOnlyList<SourceFile> files, Func<string, string> roomOf)
    {
        ILookup<(string Namespace, string type), string> homes = files.SelectMany(static file => file.Types.Select(type => (type, file)))
            .ToLookup(static pair => (pair.file.Namespace, pair.type), pair => roomOf(pair.file.Room));
        HashSet<string> namespaces = [.. files.SelectMany(static file => SourceFile.Enclosing(file.Namespace))];
        foreach (SourceFile file in files)
        {
            string room = roomOf(file.Room);
            foreach (string name in file.Names())
            {
                (string type, string[] rooms) = Find(file, name.Split('.'), namespaces, homes);
                foreach (string other in rooms.Contains(room) ? [] : rooms)
                {
                    Door(room, other).Add($"{file.Name} names {type}");
                }
            }
        }
    }

    /// <summary>Every pair of rooms that lies on a circle, with what makes it one; empty when there is none.</summary>
    public IReadOnlyList<string> Circles()
    {
        var reach = _doors.Keys.Select(static door => door.From).Distinct().ToDictionary(static room => room, From);
        return
        [
            .. from door in _doors
               where reach.TryGetValue(door.Key.To, out HashSet<string>? beyond) && beyond.Contains(door.Key.From)
               select $"{door.Key.From} -> {door.Key.To}: {string.Join("; ", door.Value.Take(3))}",
        ];
    }

    // What stands before the type are parts of a namespace; what stands after it are members.
    private static (string Type, string[] Rooms) Find(
        SourceFile file, string[] parts, HashSet<string> namespaces, ILookup<(string Namespace, string Type), string> homes)
    {
        foreach (string visible in file.Visible)
        {
            string at = visible;
            int next = 0;
            while (next < parts.Length - 1 && namespaces.Contains(Join(at, parts[next])))
            {
                at = Join(at, parts[next++]);
            }

            string[] rooms = [.. homes[(at, parts[next])].Concat(homes[(at, parts[next] + "Attribute")]).Distinct()];
            if (rooms.Length > 0)
            {
                // A partial type lives in the outer folder; what a folder inside has of it is a part.
                return (string.Join('.', parts[..(next + 1)]),
                    [.. rooms.Where(room => !rooms.Any(outer => room.StartsWith(outer + "/", StringComparison.Ordinal)))]);
            }
        }

        return (string.Empty, []);
    }

    private static string Join(string name, string part) => name.Length == 0 ? part : $"{name}.{part}";

    private SortedSet<string> Door(string from, string to) =>
        _doors.TryGetValue((from, to), out SortedSet<string>? why) ? why : _doors[(from, to)] = new SortedSet<string>(StringComparer.Ordinal);

    private HashSet<string> From(string room)
    {
        HashSet<string> reached = [];
        Queue<string> open = new([room]);
        while (open.TryDequeue(out string? current))
        {
            foreach (string next in _doors.Keys.Where(door => door.From == current).Select(static door => door.To).Where(reached.Add))
            {
                open.Enqueue(next);
            }
        }

        return reached;
    }
}
