namespace PaymentCrypto.Api.Hosting;

/// <summary>What the local engine does where AWS's documentation and AWS's own working samples disagree.</summary>
public enum Conformance
{
    /// <summary>Accept what has been seen to work, with a warning that says so.</summary>
    Observed,

    /// <summary>Refuse what the documentation does not allow.</summary>
    Documented,
}
