namespace PaymentCrypto.Tests.Local.Contention;

/// <summary>What one key must answer when calls come one after another.</summary>
internal sealed record ContendedKey(string Arn)
{
    private const string Refused = "PcValidation";

    public bool IsPending { get; init; }

    public bool IsEnabled { get; init; } = true;

    public string? Tag { get; init; }

    public string? Policy { get; init; }

    private string State => $"{(IsPending ? "DELETE_PENDING" : "CREATE_COMPLETE")}/{(IsEnabled ? "enabled" : "disabled")}";

    /// <summary>The key after a call, or null if the call cannot have had that answer here.</summary>
    public ContendedKey? After(ContendedCall call)
    {
        string? value = call.Command.ElementAtOrDefault(2);
        (ContendedKey next, string expected) = call.Command[0] switch
        {
            "get-key" => (this, State),
            "use-key" => (this, IsPending || !IsEnabled ? Refused : "used"),
            "delete-key" => Changed(!IsPending, this with { IsPending = true, IsEnabled = false }),
            "restore-key" => Changed(IsPending, this with { IsPending = false }),
            "start-key" => Changed(!IsPending, this with { IsEnabled = true }),
            "stop-key" => Changed(!IsPending, this with { IsEnabled = false }),
            "tag" => (this with { Tag = value }, "tagged"),
            "untag" => (this with { Tag = null }, "untagged"),
            "get-tag" => (this, Tag ?? "none"),
            "put-policy" => (this with { Policy = value }, "put"),
            "get-policy" => (this, Policy ?? "PcResourceNotFound"),
            "delete-policy" => (this with { Policy = null }, "deleted"),
            _ => throw new ArgumentOutOfRangeException(nameof(call), call, null),
        };
        return call.Answer == expected ? next : null;
    }

    private (ContendedKey Next, string Expected) Changed(bool isAllowed, ContendedKey next) => isAllowed ? (next, next.State) : (this, Refused);
}
