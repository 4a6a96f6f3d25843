namespace PaymentCrypto.Api.Constraints;

/// <summary>Exactly one member of this structure must be set.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnionAttribute : Attribute;
