using PaymentCrypto.Api.Calculators;

namespace PaymentCrypto.Local.Calculators;

/// <summary>The calculators of the other side. Found by name by the module, which cannot reference this assembly.</summary>
public sealed class Calculators : ICalculators
{
    /// <inheritdoc/>
    public IDukptCalculator Dukpt { get; } = new DukptCalculator();

    /// <inheritdoc/>
    public IEmvCalculator Emv { get; } = new EmvCalculator();

    /// <inheritdoc/>
    public IPinCalculator Pins { get; } = new PinCalculator();

    /// <inheritdoc/>
    public ICardCalculator Cards { get; } = new CardCalculator();

    /// <inheritdoc/>
    public IMacCalculator Macs { get; } = new MacCalculator();
}
