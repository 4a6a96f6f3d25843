namespace PaymentCrypto.Tests.Local.Contention;

/// <summary>Chooses what a process of a history does next: the same for the same random numbers, but for tokens, which it learns.</summary>
internal sealed class CallChooser(Random random, string first, string second)
{
    private static readonly string[] OfKeys =
    [
        "get-key", "use-key", "use-key", "delete-key", "restore-key", "start-key", "stop-key", "tag", "untag", "get-tag", "put-policy", "get-policy",
        "delete-policy",
    ];

    private static readonly string[] OfAliases = ["create-alias", "update-alias", "get-alias", "get-alias", "delete-alias"];

    // Whoever has a token may come to revoke it.
    private string? _token;

    public string[] Next() => random.Next(20) switch
    {
        0 => ["create-key"],
        1 => ["count-keys"],
        2 when _token is not null => ["revoke-token", _token],
        2 or 3 => ["token"],
        < 12 => OfKey(random.GetItems(OfKeys, 1)[0], random.Next(3) == 0 ? second : first),
        _ => OfAlias(random.GetItems(OfAliases, 1)[0], random.Next(3) == 0 ? "alias/b" : "alias/a"),
    };

    public void Learn(string[] command, string answer) => _token = command[0] == "token" ? answer : _token;

    private string[] OfKey(string command, string key) => command switch
    {
        "tag" => [command, key, $"value-{random.Next(3)}"],
        "put-policy" => [command, key, $"44445555666{random.Next(3)}"],
        _ => [command, key],
    };

    private string[] OfAlias(string command, string alias) => command is "create-alias" or "update-alias" && random.Next(4) > 0
        ? [command, alias, random.Next(2) == 0 ? first : second]
        : [command, alias];
}
