using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.DataPlane;

/// <summary>A key as an operation takes it.</summary>
/// <param name="Identifier">The key of the provider: ARN or alias. With a dynamic key, the one that protects or agrees it.</param>
/// <param name="Dynamic">The key that comes with the call; null for that of the provider itself.</param>
internal sealed record KeyUse(string Identifier, DynamicKey? Dynamic = null)
{
    /// <summary>What an error is about.</summary>
    public override string ToString() => Dynamic is null ? Identifier : $"dynamic key with {Identifier}";
}
