namespace PaymentCrypto.Api.Hosting;

/// <summary>
/// A running endpoint. Disposing it stops it at once; <see cref="StopAsync"/> lets the requests in hand finish. It does not own the
/// providers behind it. Safe for use from several threads.
/// </summary>
public interface IEndpoint : IDisposable
{
    /// <summary>The URL to give to an SDK, with the port that was really bound.</summary>
    Uri Url { get; }

    /// <summary>Whether requests must be signed with one of the configured access keys.</summary>
    bool VerifiesSignatures { get; }

    /// <summary>
    /// The environment variables that point an AWS SDK or the AWS CLI here. The secret key is among them only when the endpoint does not
    /// verify signatures, where it is a placeholder.
    /// </summary>
    IReadOnlyDictionary<string, string> EnvironmentVariables { get; }

    /// <summary>What has happened so far.</summary>
    EndpointStatistics GetStatistics();

    /// <summary>The log entries since the last call, oldest first. At most 10,000 are kept; the oldest give way.</summary>
    IReadOnlyList<EndpointLogEntry> TakeLog();

    /// <summary>Adds a fault to rehearse. The first rule that fits a call is used up first.</summary>
    /// <param name="fault">Which calls, and what happens to them.</param>
    /// <exception cref="InvalidConfigurationException">The operation does not exist, or a number is out of range.</exception>
    void AddFault(EndpointFault fault);

    /// <summary>The faults that are still to come, each with the calls it has left.</summary>
    IReadOnlyList<EndpointFault> GetFaults();

    /// <summary>Drops every fault that is still to come.</summary>
    void ClearFaults();

    /// <summary>Completes when the endpoint has stopped, for whatever reason.</summary>
    Task Completion { get; }

    /// <summary>Takes no more connections, lets the requests in hand finish, and closes. Calling it again waits for the same end.</summary>
    /// <param name="cancel">Stops waiting for the requests in hand and cuts them off.</param>
    Task StopAsync(CancellationToken cancel);
}
