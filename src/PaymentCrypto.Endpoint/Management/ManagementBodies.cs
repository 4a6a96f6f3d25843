using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Endpoint.Management;

/// <summary>What <c>health</c> answers. To those who may not manage, the status alone.</summary>
internal sealed record HealthBody(string Status)
{
    public string? Version { get; init; }

    public string? Url { get; init; }

    public string? Account { get; init; }

    public string? Region { get; init; }

    public string? Store { get; init; }

    public bool? ReadOnly { get; init; }

    public double? UptimeSeconds { get; init; }

    public double? ClockOffsetSeconds { get; init; }
}

/// <summary>What <c>clock</c> answers.</summary>
internal sealed record ClockBody(DateTimeOffset Now, double OffsetSeconds);

/// <summary>What <c>clock</c> takes: one of the two.</summary>
internal sealed record ClockChange
{
    public double? OffsetSeconds { get; init; }

    public double? AdvanceSeconds { get; init; }
}

/// <summary>A fault as <c>faults</c> takes and lists it.</summary>
internal sealed record FaultBody
{
    public string? Operation { get; init; }

    public EndpointFaultKind? Kind { get; init; }

    // Nullable: the generated reader sets what is not given to nothing, whatever stands here.
    public int? Calls { get; init; }

    public double DelayMilliseconds { get; init; }
}

/// <summary>The faults that are still to come.</summary>
internal sealed record FaultList(IReadOnlyList<FaultBody> Faults);

/// <summary>What <c>reset</c> answers.</summary>
internal sealed record ResetBody(int Keys);

/// <summary>One key of what <c>seed</c> answers.</summary>
internal sealed record SeededKey(string? KeyArn, string? KeyCheckValue);

/// <summary>What <c>seed</c> answers.</summary>
internal sealed record SeedBody(IReadOnlyList<SeededKey> Keys);

/// <summary>What went wrong: the stable id of the error, and what would be right.</summary>
internal sealed record ErrorBody(string Error, string Message);
