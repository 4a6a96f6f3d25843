using System.Diagnostics.CodeAnalysis;

namespace PaymentCrypto.Api.Constraints;

/// <summary>The service's pattern for this member. It must match the whole value.</summary>
/// <param name="pattern">The pattern in the service model's own notation.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class MemberPatternAttribute([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) : Attribute
{
    /// <summary>The pattern in the service model's own notation.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>Which part of the member this is about.</summary>
    public MemberPart Part { get; init; }
}
