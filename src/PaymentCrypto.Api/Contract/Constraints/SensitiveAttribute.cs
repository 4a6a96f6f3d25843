namespace PaymentCrypto.Api.Constraints;

/// <summary>The service model marks this member as sensitive: it is never logged, not even when it is wrong.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SensitiveAttribute : Attribute;
