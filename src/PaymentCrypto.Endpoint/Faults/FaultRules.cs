using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Endpoint.Faults;

/// <summary>The faults that are still to come, in the order in which they were added.</summary>
internal sealed class FaultRules
{
    private readonly object _gate = new();
    private readonly List<EndpointFault> _faults = [];
    private readonly TaskCompletionSource _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Adds a fault.</summary>
    /// <exception cref="InvalidConfigurationException">The operation does not exist, or a number is out of range.</exception>
    internal void Add(EndpointFault fault)
    {
        if (fault.Operation is not null && OperationCatalog.Find(fault.Operation) is null)
        {
            throw Invalid(
                $"'{fault.Operation}' is not an operation of AWS Payment Cryptography; names are written as in the API, such as {Like(fault.Operation)}.");
        }

        if (fault.Calls < 1)
        {
            throw Invalid($"A fault happens to 1 call or more, not {fault.Calls}.");
        }

        bool isDelay = fault.Kind == EndpointFaultKind.Delay;
        if (!Enum.IsDefined(fault.Kind) || fault.Delay < TimeSpan.Zero || fault.Delay > EndpointFault.LongestDelay || isDelay != fault.Delay > TimeSpan.Zero)
        {
            throw Invalid($"A delay needs a time above zero and up to {EndpointFault.LongestDelay:c}; no other fault takes one.");
        }

        lock (_gate)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>The faults that are left.</summary>
    internal IReadOnlyList<EndpointFault> List()
    {
        lock (_gate)
        {
            return [.. _faults];
        }
    }

    /// <summary>Drops all of them.</summary>
    internal void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    /// <summary>Uses up one call of the first fault that fits, if there is any.</summary>
    internal EndpointFault? Take(string operation)
    {
        lock (_gate)
        {
            int index = _faults.FindIndex(fault => fault.Operation is null || fault.Operation == operation);
            if (index < 0)
            {
                return null;
            }

            EndpointFault taken = _faults[index];
            if (taken.Calls == 1)
            {
                _faults.RemoveAt(index);
            }
            else
            {
                _faults[index] = taken with { Calls = taken.Calls - 1 };
            }

            return taken;
        }
    }

    /// <summary>Waits as long as a fault says; not at all once the endpoint ends, which lets the calls in hand finish.</summary>
    internal async Task DelayAsync(TimeSpan delay, TimeProvider clock, CancellationToken cancel)
    {
        await Task.WhenAny(Task.Delay(delay, clock, cancel), _ending.Task).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
    }

    /// <summary>Lets nobody wait any longer.</summary>
    internal void EndDelays() => _ending.TrySetResult();

    // What was meant by importKey, ImportKeyAsync or ImportKeyRequest.
    private static string Like(string name) =>
        OperationCatalog.All.FirstOrDefault(known => name.StartsWith(known.Name, StringComparison.OrdinalIgnoreCase))?.Name ?? "GetKey";

    private static InvalidConfigurationException Invalid(string message) => new("PcEndpointFaultInvalid", message);
}
