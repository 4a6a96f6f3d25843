using System.Diagnostics.CodeAnalysis;

namespace PaymentCrypto.Api.Constraints;

/// <summary>The service's pattern for this member. It must match the whole value.</summary>
/// <param name="pattern">The pattern in the service model's own notation.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MemberPatternAttribute([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) : Attribute
{
    /// <summary>The pattern in the service model's own notation.</summary>
    public string Pattern { get; } = pattern;
}
