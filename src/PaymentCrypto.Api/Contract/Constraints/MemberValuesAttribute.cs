using System.Diagnostics.CodeAnalysis;

namespace PaymentCrypto.Api.Constraints;

/// <summary>The closed list of values that the service model has for this member.</summary>
/// <param name="values">A static class with a public static <c>All</c>, such as <see cref="Api.KeyAlgorithm"/>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MemberValuesAttribute([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type values) : Attribute
{
    /// <summary>The static class that holds the values.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)]
    public Type Values { get; } = values;
}
