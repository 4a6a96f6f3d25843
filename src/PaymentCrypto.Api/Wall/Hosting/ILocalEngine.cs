using PaymentCrypto.Api.Calculators;

namespace PaymentCrypto.Api.Hosting;

/// <summary>
/// The local engine on one open store. It serves every account and region of that store; disposing it closes the store.
/// Safe for use from several threads.
/// </summary>
public interface ILocalEngine : IDisposable
{
    /// <summary>The store's file, or null when it lives in memory.</summary>
    string? StorePath { get; }

    /// <summary>What the user should know about the store since it was opened, such as loose file permissions; one sentence each.</summary>
    IReadOnlyList<string> OpeningWarnings { get; }

    /// <summary>The service as seen by one account in one region.</summary>
    /// <param name="scope">The account and region.</param>
    IRequestDispatcher ForScope(AccountScope scope);

    /// <summary>
    /// The same, with the steps of each operation of the data plane written down: those of a calculation with exportable keys alone. It is for
    /// the owner of the keys, in the process that has the store open; no endpoint stands before it.
    /// </summary>
    /// <param name="scope">The account and region.</param>
    /// <param name="log">Where the steps go; also where an operation refuses, up to there.</param>
    /// <returns>The service. It throws <see cref="StepsRefusedException"/> where a key is not exportable.</returns>
    IPaymentCryptography Explaining(AccountScope scope, StepLog log);
}
