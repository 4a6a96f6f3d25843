using System.Globalization;
using PaymentCrypto.Values;

namespace PaymentCrypto.Inventory;

/// <summary>
/// Compares two inventories. The same thing is found by its ARN, or else, because a key has another ARN in another account, by an
/// alias, or else by check value, algorithm and usage if only one key on each side has them.
/// </summary>
internal static class InventoryComparison
{
    // The first of the properties below are those that a listing of keys tells.
    private const int InSummary = 8;

    private static readonly (string Name, Func<KeyInventoryItem, string?> Value)[] Compared =
    [
        (nameof(KeyInventoryItem.Aliases), static item => item.Aliases),
        (nameof(KeyInventoryItem.Usage), static item => item.Usage),
        (nameof(KeyInventoryItem.Class), static item => item.Class),
        (nameof(KeyInventoryItem.Algorithm), static item => item.Algorithm),
        (nameof(KeyInventoryItem.ModesOfUse), static item => item.ModesOfUse),
        (nameof(KeyInventoryItem.State), static item => item.State),
        (nameof(KeyInventoryItem.Exportable), static item => item.Exportable?.ToString(CultureInfo.InvariantCulture)),
        (nameof(KeyInventoryItem.KeyCheckValue), static item => item.KeyCheckValue),
        (nameof(KeyInventoryItem.KeyCheckValueAlgorithm), static item => item.KeyCheckValueAlgorithm),
        (nameof(KeyInventoryItem.Origin), static item => item.Origin),
        (nameof(KeyInventoryItem.DeletePendingTimestamp), static item => DisplayText.Time(item.DeletePendingTimestamp)),
        (nameof(KeyInventoryItem.ExpiryTimestamp), static item => DisplayText.Time(item.ExpiryTimestamp)),
        (nameof(KeyInventoryItem.Tags), static item => item.Tags),
        (nameof(KeyInventoryItem.ReplicaRegions), static item => item.ReplicaRegions),
        (nameof(KeyInventoryItem.CertificateThumbprint), static item => item.CertificateThumbprint),
    ];

    /// <summary>Compares.</summary>
    /// <param name="reference">What it was, or should be.</param>
    /// <param name="difference">What it is.</param>
    /// <param name="includeEqual">Tell also what is the same.</param>
    public static IEnumerable<KeyInventoryDifference> Compare(List<KeyInventoryItem> reference, List<KeyInventoryItem> difference, bool includeEqual)
    {
        // What a summary does not have is not a difference.
        bool summary = reference.Exists(IsSummary) || difference.Exists(IsSummary);
        var left = new List<KeyInventoryItem>(reference);
        var right = new List<KeyInventoryItem>(difference);
        foreach ((string by, Func<KeyInventoryItem, IEnumerable<string>> identities) in Identities)
        {
            foreach ((KeyInventoryItem former, KeyInventoryItem current) in Match(left, right, identities))
            {
                foreach (KeyInventoryDifference change in Changes(former, current, by, summary, includeEqual))
                {
                    yield return change;
                }
            }
        }

        foreach (KeyInventoryItem removed in left)
        {
            yield return new KeyInventoryDifference { Change = "Removed", Kind = removed.Kind, Name = removed.Name, ReferenceKeyArn = removed.KeyArn };
        }

        foreach (KeyInventoryItem added in right)
        {
            yield return new KeyInventoryDifference { Change = "Added", Kind = added.Kind, Name = added.Name, DifferenceKeyArn = added.KeyArn };
        }
    }

    private static IEnumerable<(string By, Func<KeyInventoryItem, IEnumerable<string>> Identities)> Identities =>
    [
        ("KeyArn", static item => item.KeyArn is { } arn ? [arn] : []),
        ("Name", static item => item.Kind != InventoryKind.Key && item.Name is { } name ? [$"{item.Kind} {name}"] : []),
        ("Alias", static item => item.Aliases?.Split("; ") ?? []),
        ("KeyCheckValue", static item => item.Kind == InventoryKind.Key && item.KeyCheckValue is { } value ? [$"{value} {item.Algorithm} {item.Usage}"] : []),
    ];

    // What is matched leaves both lists. An identity that two things on one side share tells nothing.
    private static List<(KeyInventoryItem Former, KeyInventoryItem Current)> Match(
        List<KeyInventoryItem> left, List<KeyInventoryItem> right, Func<KeyInventoryItem, IEnumerable<string>> identities)
    {
        Dictionary<string, KeyInventoryItem> candidates = Unambiguous(right, identities);
        Dictionary<string, KeyInventoryItem> owners = Unambiguous(left, identities);
        var pairs = new List<(KeyInventoryItem Former, KeyInventoryItem Current)>();
        var taken = new HashSet<KeyInventoryItem>(ReferenceEqualityComparer.Instance);
        foreach (KeyInventoryItem former in left)
        {
            foreach (string identity in identities(former))
            {
                if (owners.ContainsKey(identity) && candidates.TryGetValue(identity, out KeyInventoryItem? current) && taken.Add(current))
                {
                    pairs.Add((former, current));
                    taken.Add(former);
                    break;
                }
            }
        }

        left.RemoveAll(taken.Contains);
        right.RemoveAll(taken.Contains);
        return pairs;
    }

    private static Dictionary<string, KeyInventoryItem> Unambiguous(List<KeyInventoryItem> items, Func<KeyInventoryItem, IEnumerable<string>> identities)
    {
        var known = new Dictionary<string, KeyInventoryItem>(StringComparer.Ordinal);
        var ambiguous = new HashSet<string>(StringComparer.Ordinal);
        foreach (KeyInventoryItem item in items)
        {
            foreach (string identity in identities(item))
            {
                if (!known.TryAdd(identity, item))
                {
                    ambiguous.Add(identity);
                }
            }
        }

        foreach (string identity in ambiguous)
        {
            known.Remove(identity);
        }

        return known;
    }

    private static IEnumerable<KeyInventoryDifference> Changes(KeyInventoryItem former, KeyInventoryItem current, string by, bool summary, bool includeEqual)
    {
        bool equal = true;
        IEnumerable<(string Name, Func<KeyInventoryItem, string?> Value)> properties = former.Kind == InventoryKind.Key && !summary
            ? Compared.Append((nameof(KeyInventoryItem.Policy), SamePolicy(former, current) ? static _ => null : static item => item.Policy))
            : Compared.Take(summary ? InSummary : Compared.Length);
        foreach ((string name, Func<KeyInventoryItem, string?> value) in properties)
        {
            (string? before, string? after) = (value(former), value(current));
            if (string.Equals(before ?? string.Empty, after ?? string.Empty, StringComparison.Ordinal))
            {
                continue;
            }

            equal = false;
            yield return Fill(Difference("Changed"), name, before, after);
        }

        if (equal && includeEqual)
        {
            yield return Difference("Equal");
        }

        KeyInventoryDifference Difference(string what) => new()
        {
            Change = what,
            Kind = current.Kind,
            Name = current.Name,
            MatchedBy = by,
            ReferenceKeyArn = former.KeyArn,
            DifferenceKeyArn = current.KeyArn,
        };
    }

    private static KeyInventoryDifference Fill(KeyInventoryDifference change, string property, string? before, string? after)
    {
        change.Property = property;
        change.ReferenceValue = before;
        change.DifferenceValue = after;
        return change;
    }

    // A policy names its key's account and ARN, which in another account are others.
    private static bool SamePolicy(KeyInventoryItem former, KeyInventoryItem current) =>
        string.Equals(Neutral(former), Neutral(current), StringComparison.Ordinal);

    private static string? Neutral(KeyInventoryItem item)
    {
        string? policy = item.Policy;
        if (policy is null || item.KeyArn is null)
        {
            return policy;
        }

        string[] arn = item.KeyArn.Split(':');
        policy = policy.Replace(item.KeyArn, "{key}", StringComparison.Ordinal);
        return arn.Length > 4 && arn[4].Length > 0 ? policy.Replace(arn[4], "{account}", StringComparison.Ordinal) : policy;
    }

    // A listing of keys tells no origin; a full description always does.
    private static bool IsSummary(KeyInventoryItem item) => item is { Kind: InventoryKind.Key, Origin: null, State: not "deleted" };
}
