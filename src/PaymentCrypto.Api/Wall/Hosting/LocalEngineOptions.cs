using System.Security;

namespace PaymentCrypto.Api.Hosting;

/// <summary>Where a local engine keeps its store and how it behaves.</summary>
public sealed record LocalEngineOptions
{
    /// <summary>
    /// The directory of the store. Null: <c>PAYMENTCRYPTO_HOME</c> if set, else <c>paymentcrypto</c> under the XDG data home, or
    /// <c>PaymentCrypto</c> under <c>%LOCALAPPDATA%</c>. Ignored when <see cref="InMemory"/> is set.
    /// </summary>
    public string? Directory { get; init; }

    /// <summary>Keep everything in memory; it is gone when the engine is disposed.</summary>
    public bool InMemory { get; init; }

    /// <summary>The passphrase that protects the store; null for a store that is protected by its key file.</summary>
    public SecureString? Passphrase { get; init; }

    /// <summary>What to do where the documentation and the service's observed behaviour differ.</summary>
    public Conformance Conformance { get; init; } = Conformance.Observed;

    /// <summary>The quotas of each account and region.</summary>
    public ServiceQuotas Quotas { get; init; } = ServiceQuotas.Documented;

    /// <summary>How long to wait for another process that holds the store's write lock.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many ready RSA key pairs of each used algorithm to keep; 0 keeps none.</summary>
    public int KeyPairStock { get; init; } = 4;

    /// <summary>The clock; a <see cref="MovedClock"/> to rehearse expiry without waiting.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The type's name only: the options may hold a passphrase.</summary>
    public override string ToString() => nameof(LocalEngineOptions);
}
