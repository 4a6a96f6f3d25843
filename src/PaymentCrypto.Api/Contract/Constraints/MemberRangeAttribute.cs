namespace PaymentCrypto.Api.Constraints;

/// <summary>The values that the service takes for this number.</summary>
/// <param name="minimum">The smallest value.</param>
/// <param name="maximum">The largest value.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MemberRangeAttribute(int minimum, int maximum) : Attribute
{
    /// <summary>The smallest value.</summary>
    public int Minimum { get; } = minimum;

    /// <summary>The largest value.</summary>
    public int Maximum { get; } = maximum;
}
