using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Api.Hosting;

/// <summary>
/// The tools of the other party in a key exchange: everything that an HSM on the far side does, offline and without a store. The one
/// implementation lives behind the module's dependency wall and is found by name, with a public parameterless constructor.
/// </summary>
/// <remarks>
/// Every tool refuses with <see cref="KeyBlockRefusedException"/> (a check of a format failed) or <see cref="KeyInputException"/> (a key
/// could not be taken in). Safe for use from several threads.
/// </remarks>
public interface IKeyExchangeTools
{
    /// <summary>Clear keys, their components and check values.</summary>
    IKeyTool Keys { get; }

    /// <summary>Key pairs and their certificates.</summary>
    ICredentialTool Credentials { get; }

    /// <summary>TR-31 key blocks (X9.143).</summary>
    ITr31Tool Tr31 { get; }

    /// <summary>TR-34 key tokens (X9.139).</summary>
    ITr34Tool Tr34 { get; }

    /// <summary>Keys under RSA-OAEP.</summary>
    IKeyCryptogramTool Cryptograms { get; }

    /// <summary>Keys derived by ECDH.</summary>
    IKeyAgreementTool KeyAgreement { get; }

    /// <summary>Why an exchange is refused, and what can be mended.</summary>
    IDiagnosisTool Diagnosis { get; }
}
