namespace PaymentCrypto.Api.Constraints;

/// <summary>The lengths that the service takes for this member: characters of a string, items of a list.</summary>
/// <param name="minimum">The smallest length.</param>
/// <param name="maximum">The largest length.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class MemberLengthAttribute(int minimum, int maximum) : Attribute
{
    /// <summary>The smallest length.</summary>
    public int Minimum { get; } = minimum;

    /// <summary>The largest length.</summary>
    public int Maximum { get; } = maximum;

    /// <summary>Which part of the member this is about.</summary>
    public MemberPart Part { get; init; }
}
