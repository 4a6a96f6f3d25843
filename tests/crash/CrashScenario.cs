using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Crash;

/// <summary>One operation as it is killed and failed.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Covers">The operation of the engine, or the method of the store's care, that it proves.</param>
/// <param name="Run">Carries it out; when it returns the operation is acknowledged.</param>
internal sealed record CrashScenario(string Name, string Covers, Func<CrashStage, Task> Run)
{
    /// <summary>Whether the store is open before anything is counted.</summary>
    public bool OpensFirst { get; init; } = true;

    /// <summary>How the worker opens the store, where it is not as everybody does.</summary>
    public Func<LocalEngineOptions, LocalEngineOptions> Options { get; init; } = static options => options;

    /// <summary>What is done to the copy of the warm store beforehand.</summary>
    public Action<CrashRoot> Prepare { get; init; } = static _ => { };

    /// <summary>Whether it may stand although a later step was refused, because doing it again ends the same: a store that was made is opened.</summary>
    public bool StandsWhenRefused { get; init; }

    /// <summary>
    /// The table of what the operation makes first where it is not there yet, in a transaction of its own, and uses from then on; null when there is
    /// no such thing.
    /// </summary>
    public string? MakesFirst { get; init; }

    /// <summary>The passphrase that the store may have afterwards.</summary>
    public string? Passphrase { get; init; }

    /// <summary>Whether a point takes a second or more, such as one that stretches a passphrase: by hand only.</summary>
    public bool IsSlow { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
