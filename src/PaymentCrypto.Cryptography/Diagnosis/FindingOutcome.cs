namespace PaymentCrypto.Cryptography.Diagnosis;

/// <summary>How a check of an exchange came out.</summary>
public enum FindingOutcome
{
    /// <summary>The exchange would be refused for this.</summary>
    Fail,

    /// <summary>It could not be checked: a key or a certificate is missing, or an earlier failure hides it.</summary>
    Unknown,

    /// <summary>As it should be.</summary>
    Pass,
}
