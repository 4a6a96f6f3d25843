namespace PaymentCrypto.Api;

/// <summary>What is wrong with a parameter of a cmdlet that uses keys. The error id is <c>PcParameter</c> and the name here.</summary>
public enum ParameterFailure
{
    /// <summary>It has a length, alphabet or value that cannot be.</summary>
    Invalid,

    /// <summary>It is needed here, and is not given or is empty.</summary>
    Missing,

    /// <summary>It goes with none of the others, or says the same in another way.</summary>
    Conflict,
}
