using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto;

/// <summary>A fault to rehearse. A hash table with these names serves as well, such as <c>@{ Kind = 'Throttling'; Calls = 3 }</c>.</summary>
public sealed partial class EndpointFaultRule
{
    /// <summary>Creates a rule for one call of any operation.</summary>
    public EndpointFaultRule()
    {
    }

    internal EndpointFaultRule(EndpointFault fault)
    {
        Kind = fault.Kind;
        Operation = fault.Operation;
        Calls = fault.Calls;
        DelayMilliseconds = (int)fault.Delay.TotalMilliseconds;
    }

    /// <summary>What happens.</summary>
    public EndpointFaultKind Kind { get; set; }

    /// <summary>The service's name of the operation; null for every operation.</summary>
    public string? Operation { get; set; }

    /// <summary>How many calls it happens to, or still happens to; 1 or more.</summary>
    public int Calls { get; set; } = 1;

    /// <summary>How long the answer waits, in milliseconds; only for <see cref="EndpointFaultKind.Delay"/>.</summary>
    public int DelayMilliseconds { get; set; }

    internal EndpointFault ToFault() => new()
    {
        Kind = Kind,
        Operation = Operation,
        Calls = Calls,
        Delay = TimeSpan.FromMilliseconds(DelayMilliseconds),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}, {Operation ?? "any operation"}, {Calls} {(Calls == 1 ? "call" : "calls")}"
        + (DelayMilliseconds > 0 ? $", {DelayMilliseconds} ms" : string.Empty);
}
