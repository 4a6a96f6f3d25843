using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Testing;

/// <summary>Faults that a service rehearses: what happens to the next calls of an operation, so that a test sees what the program makes of it.</summary>
public sealed class ServiceFaults
{
    private readonly IEndpoint _endpoint;
    private readonly Action _requireRunning;

    internal ServiceFaults(IEndpoint endpoint, Action requireRunning)
    {
        _endpoint = endpoint;
        _requireRunning = requireRunning;
    }

    /// <summary>How many calls a fault will still happen to; 0 when every one that was asked for has happened.</summary>
    public int Left => (int)Math.Min(int.MaxValue, _endpoint.GetFaults().Sum(static fault => (long)fault.Calls));

    /// <summary>Answers ThrottlingException. The SDKs of AWS try again by themselves, a few times.</summary>
    /// <param name="operation">The operation, such as ImportKey; null for any.</param>
    /// <param name="times">How many calls.</param>
    /// <exception cref="InvalidConfigurationException">There is no such operation, or a number is out of range.</exception>
    /// <exception cref="ObjectDisposedException">The service has ended.</exception>
    public void Throttle(string? operation = null, int times = 1) => Add(EndpointFaultKind.Throttling, operation, times);

    /// <summary>Answers InternalServerException.</summary>
    /// <inheritdoc cref="Throttle"/>
    public void Fail(string? operation = null, int times = 1) => Add(EndpointFaultKind.InternalServer, operation, times);

    /// <summary>Lets the answer wait.</summary>
    /// <param name="delay">How long, up to an hour; the end of the service ends it too.</param>
    /// <param name="operation">The operation, such as ImportKey; null for any.</param>
    /// <param name="times">How many calls.</param>
    /// <exception cref="InvalidConfigurationException">There is no such operation, or a number is out of range.</exception>
    /// <exception cref="ObjectDisposedException">The service has ended.</exception>
    public void Delay(TimeSpan delay, string? operation = null, int times = 1) => Add(EndpointFaultKind.Delay, operation, times, delay);

    /// <summary>Drops the connection before anything is done.</summary>
    /// <inheritdoc cref="Throttle"/>
    public void DropConnection(string? operation = null, int times = 1) => Add(EndpointFaultKind.DropConnection, operation, times);

    /// <summary>Does what was asked and drops the connection in place of the answer: the program can't know what happened.</summary>
    /// <inheritdoc cref="Throttle"/>
    public void DropResponse(string? operation = null, int times = 1) => Add(EndpointFaultKind.DropResponse, operation, times);

    /// <summary>Drops every fault that is still to come.</summary>
    public void Clear() => _endpoint.ClearFaults();

    private void Add(EndpointFaultKind kind, string? operation, int times, TimeSpan delay = default)
    {
        _requireRunning();
        _endpoint.AddFault(new EndpointFault { Kind = kind, Operation = operation, Calls = times, Delay = delay });
    }
}
