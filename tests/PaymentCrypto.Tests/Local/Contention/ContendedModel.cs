namespace PaymentCrypto.Tests.Local.Contention;

/// <summary>
/// What one account with two keys and two aliases must answer when calls come one after another. Absent is null.
/// </summary>
internal sealed record ContendedModel
{
    public required ContendedKey First { get; init; }

    public required ContendedKey Second { get; init; }

    public required int Keys { get; init; }

    public string? AliasA { get; init; }

    public string? AliasB { get; init; }

    /// <summary>The token that a request to use the last one again gets.</summary>
    public string? Token { get; init; }

    /// <summary>The state after a call, or null if the call cannot have had that answer here.</summary>
    public ContendedModel? After(ContendedCall call)
    {
        string subject = call.Command.ElementAtOrDefault(1) ?? string.Empty;
        return call.Command[0] switch
        {
            "create-key" => call.Answer.StartsWith("arn:", StringComparison.Ordinal) ? this with { Keys = Keys + 1 } : null,
            "count-keys" => call.Answer == $"{Keys}" ? this : null,
            "token" => Issued(call.Answer),
            "revoke-token" => Revoked(subject, call.Answer),
            _ when subject.StartsWith("alias/", StringComparison.Ordinal) => OfAlias(call, subject),
            _ => (subject == First.Arn ? First : Second).After(call) is not { } key ? null
                : subject == First.Arn ? this with { First = key } : this with { Second = key },
        };
    }

    private ContendedModel? Issued(string answer) => Token is null
        ? answer.StartsWith("import-token-", StringComparison.Ordinal) ? this with { Token = answer } : null
        : answer == Token ? this : null;

    private ContendedModel? Revoked(string token, string answer) => token == Token
        ? answer == token ? this with { Token = null } : null
        : answer == "PcResourceNotFound" ? this : null;

    // A target that waits for its deletion is a target still.
    private ContendedModel? OfAlias(ContendedCall call, string name)
    {
        string? target = name == "alias/a" ? AliasA : AliasB;
        string? value = call.Command.ElementAtOrDefault(2);
        (string expected, string? next) = (call.Command[0], target) switch
        {
            ("create-alias", null) => (value ?? "none", value ?? "none"),
            ("create-alias", _) => ("PcConflict", target),
            (_, null) => ("PcResourceNotFound", null),
            ("update-alias", _) => (value ?? "none", value ?? "none"),
            ("delete-alias", _) => ("deleted", null),
            _ => (target, target),
        };
        return call.Answer != expected ? null : name == "alias/a" ? this with { AliasA = next } : this with { AliasB = next };
    }
}
