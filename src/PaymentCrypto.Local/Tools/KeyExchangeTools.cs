using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Local.Tools;

/// <summary>The tools of the other party. Found by name by the module, which cannot reference this assembly.</summary>
public sealed class KeyExchangeTools : IKeyExchangeTools
{
    /// <inheritdoc/>
    public IKeyTool Keys { get; } = new KeyTool();

    /// <inheritdoc/>
    public ICredentialTool Credentials { get; } = new CredentialTool();

    /// <inheritdoc/>
    public ITr31Tool Tr31 { get; } = new Tr31Tool();

    /// <inheritdoc/>
    public ITr34Tool Tr34 { get; } = new Tr34Tool();

    /// <inheritdoc/>
    public IKeyCryptogramTool Cryptograms { get; } = new KeyCryptogramTool();

    /// <inheritdoc/>
    public IKeyAgreementTool KeyAgreement { get; } = new KeyAgreementTool();

    /// <inheritdoc/>
    public IDiagnosisTool Diagnosis { get; } = new DiagnosisTool();
}
