namespace PaymentCrypto.Api.Constraints;

/// <summary>Which part of a member a constraint is about.</summary>
public enum MemberPart
{
    /// <summary>The member itself: a string, a number, a list or map as a whole.</summary>
    Whole,

    /// <summary>Each item of a list, or each value of a map.</summary>
    Items,

    /// <summary>Each key of a map.</summary>
    Keys,
}
