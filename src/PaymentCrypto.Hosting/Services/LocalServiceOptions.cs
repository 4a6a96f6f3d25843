using System.Net;
using System.Net.Security;
using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Hosting.Services;

/// <summary>What a service is started with.</summary>
internal sealed record LocalServiceOptions
{
    /// <summary>The address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The TCP port; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>The account and region of requests that name none.</summary>
    public AccountScope Scope { get; init; } = new(AccountScope.DefaultAccountId, AccountScope.DefaultRegion);

    /// <summary>The access keys that may sign requests; empty: signatures are not looked at.</summary>
    public IReadOnlyList<EndpointAccessKey> AccessKeys { get; init; } = [];

    /// <summary>Keep everything in memory.</summary>
    public bool InMemory { get; init; } = true;

    /// <summary>The directory of the store, when it is not in memory; null for the usual one.</summary>
    public string? Directory { get; init; }

    /// <summary>The passphrase of the store or backup; null for none.</summary>
    public SecureString? Passphrase { get; init; }

    /// <summary>A backup to serve in place of a store, read-only; null for none.</summary>
    public string? Backup { get; init; }

    /// <summary>The key file of a backup that is protected by one, if it is not in the backup.</summary>
    public string? BackupKeyFile { get; init; }

    /// <summary>What to do where the documentation and the service's observed behaviour differ.</summary>
    public Conformance Conformance { get; init; } = Conformance.Observed;

    /// <summary>How far the clock is ahead at the start.</summary>
    public TimeSpan TimeOffset { get; init; }

    /// <summary>The seed; null for none.</summary>
    public SeedSource? Seed { get; init; }

    /// <summary>The certificate for TLS; null for none.</summary>
    public SslStreamCertificateContext? Certificate { get; init; }

    /// <summary>The bearer token of who manages it; null for none.</summary>
    public string? ManagementToken { get; init; }

    /// <summary>How many ready RSA key pairs of each used algorithm to keep.</summary>
    public int KeyPairStock { get; init; } = 4;

    /// <summary>Opens engines.</summary>
    public ILocalEngineFactory Engines { get; init; } = new Local.LocalEngineFactory();

    /// <summary>The type's name only: the options hold secrets.</summary>
    public override string ToString() => nameof(LocalServiceOptions);
}
