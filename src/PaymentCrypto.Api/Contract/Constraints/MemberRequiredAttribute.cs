namespace PaymentCrypto.Api.Constraints;

/// <summary>The service requires this member in a request, or always sends it in a response.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MemberRequiredAttribute : Attribute;
