using PaymentCrypto.Fuzzing.Targets;

namespace PaymentCrypto.Fuzzing;

/// <summary>Every target.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new Tr31BlockTarget(),
        new Tr31OptionalBlocksTarget(),
        new Tr34KeyTokenTarget(),
        new Tr34CredentialTokenTarget(),
        new CertificateTarget(),
        new RevocationListTarget(),
        new RsaCryptogramTarget(),
        new EcdhPublicKeyTarget(),
        new TextFormTarget(),
        new ServiceRequestTarget(),
        new PinBlockTarget(),
        new DataRequestTarget(),
        new DiagnosisTarget(),
    ];

    /// <summary>The target of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static FuzzTarget Of(string name) => All.FirstOrDefault(target => target.Name == name)
        ?? throw new ArgumentException($"There is no target '{name}'. There are {string.Join(", ", All.Select(target => target.Name))}.");
}
