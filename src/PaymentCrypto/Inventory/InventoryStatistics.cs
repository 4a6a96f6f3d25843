using PaymentCrypto.Values;

namespace PaymentCrypto.Inventory;

/// <summary>What a report says about an inventory as a whole. It grows with the kinds of things, not with their number.</summary>
internal sealed class InventoryStatistics
{
    private const int MostNotices = 60;
    private const int CertificateNoticeDays = 30;

    // A token lives for 30 days, so that a fresh one has 29 left: only its last week is worth a look.
    private const int TokenNoticeDays = 7;

    private readonly SortedSet<(long Urgency, int Order, InventoryNotice Notice)> _notices =
        new(Comparer<(long Urgency, int Order, InventoryNotice Notice)>.Create(
        static (one, other) => (one.Urgency, one.Order).CompareTo((other.Urgency, other.Order))));

    private int _order;
    private InventoryOrigin? _origin;

    /// <summary>The ages that are told apart.</summary>
    public static string[] Ages => ["under 7 d", "7 to 30 d", "30 to 90 d", "90 d to 1 y", "1 to 3 y", "over 3 y"];

    /// <summary>The times to an end that are told apart.</summary>
    public static string[] Ends => ["ended", "in 7 d", "in 30 d", "in 90 d", "later"];

    /// <summary>Keys by usage.</summary>
    public Tally Usages { get; } = new();

    /// <summary>Keys by algorithm.</summary>
    public Tally Algorithms { get; } = new();

    /// <summary>Keys by state.</summary>
    public Tally States { get; } = new();

    /// <summary>Keys by age.</summary>
    public Tally KeyAges { get; } = new();

    /// <summary>Tokens, certificates and scheduled deletions by when they end.</summary>
    public Tally Ending { get; } = new();

    /// <summary>Where the items are: provider, account and region.</summary>
    public Tally Scopes { get; } = new();

    /// <summary>Exportable keys.</summary>
    public int Exportable { get; private set; }

    /// <summary>Keys without an alias.</summary>
    public int WithoutAlias { get; private set; }

    /// <summary>Tokens.</summary>
    public int Tokens { get; private set; }

    /// <summary>Aliases, those with a key and those without.</summary>
    public int Aliases { get; private set; }

    /// <summary>What somebody should look at, in all.</summary>
    public int NoticeCount { get; private set; }

    /// <summary>When the inventory was taken, UTC.</summary>
    public DateTime? Taken { get; private set; }

    /// <summary>The most urgent of what somebody should look at.</summary>
    public IEnumerable<InventoryNotice> Notices => _notices.Select(static entry => entry.Notice);

    /// <summary>Says where and when the inventory is taken, which no item tells if there is none.</summary>
    public void Begin(InventoryOrigin origin)
    {
        _origin = origin;
        Taken ??= origin.Time;
    }

    /// <summary>Where the items are; where they were looked for if there are none.</summary>
    public IEnumerable<string> Places(int most) => Scopes.Total == 0 && _origin is { } origin
        ? [Place(origin.Provider, origin.AccountId, origin.Region)]
        : Scopes.Top(most).Select(static scope => scope.Name);

    /// <summary>Counts an item in.</summary>
    public void Add(KeyInventoryItem item)
    {
        Scopes.Add(Place(item.Provider, item.AccountId, item.Region));
        Taken = Taken is null || item.InventoryTimestamp > Taken ? item.InventoryTimestamp : Taken;
        switch (item.Kind)
        {
            case InventoryKind.Key:
                AddKey(item);
                break;
            case InventoryKind.Token:
                Tokens++;
                break;
            default:
                Aliases++;
                Notice(item, "alias without a key", "warn", long.MaxValue - 1);
                break;
        }

        if (item.DaysLeft is { } left)
        {
            Ending.Add(End(left));
            string what = item.Kind == InventoryKind.Token ? $"{item.Direction} token".ToLowerInvariant() : "certificate";
            if (left < (item.Kind == InventoryKind.Token ? TokenNoticeDays : CertificateNoticeDays))
            {
                Notice(item, left < 0 ? $"{what} has ended" : $"{what} ends in {Days(left)}", left < 0 ? "bad" : left < 7 ? "bad" : "warn", left);
            }
        }
    }

    private static string Place(params ReadOnlySpan<string?> parts)
    {
        var told = new List<string>();
        foreach (string? part in parts)
        {
            if (!string.IsNullOrEmpty(part))
            {
                told.Add(part);
            }
        }

        return string.Join(" · ", told);
    }

    private void AddKey(KeyInventoryItem key)
    {
        States.Add(key.State);
        if (key.State is "deleted" or "failed")
        {
            return;
        }

        Usages.Add(key.Usage is null ? null : KeyText.Usage(key.Usage));
        Algorithms.Add(key.Algorithm);
        Exportable += key.Exportable == true ? 1 : 0;
        int aliases = string.IsNullOrEmpty(key.Aliases) ? 0 : key.Aliases.Split("; ").Length;
        Aliases += aliases;
        WithoutAlias += aliases == 0 ? 1 : 0;
        if (key.AgeDays is { } age)
        {
            KeyAges.Add(age switch { < 7 => Ages[0], < 30 => Ages[1], < 90 => Ages[2], < 365 => Ages[3], < 3 * 365 => Ages[4], _ => Ages[5] });
        }

        if (key.DeletePendingTimestamp is { } end && key.InventoryTimestamp is { } now)
        {
            int left = (int)Math.Floor((end - now).TotalDays);
            Ending.Add(End(left));
            Notice(key, left < 0 ? "is due to be destroyed" : $"will be destroyed in {Days(left)}", left < 7 ? "bad" : "warn", left);
        }
    }

    private static string End(int daysLeft) => daysLeft switch { < 0 => Ends[0], < 7 => Ends[1], < 30 => Ends[2], < 90 => Ends[3], _ => Ends[4] };

    private static string Days(int days) =>
        days switch { 0 => "less than a day", 1 => "1 day", _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{days} days") };

    private void Notice(KeyInventoryItem item, string text, string severity, long urgency)
    {
        NoticeCount++;
        _notices.Add((urgency, _order++, new InventoryNotice(item.Name ?? string.Empty, text, severity, item.DeletePendingTimestamp ?? item.ExpiryTimestamp)));
        if (_notices.Count > MostNotices)
        {
            _notices.Remove(_notices.Max);
        }
    }
}
