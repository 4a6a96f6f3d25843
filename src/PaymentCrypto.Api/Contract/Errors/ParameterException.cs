namespace PaymentCrypto.Api;

/// <summary>A parameter of a cmdlet that uses keys is wrong. Nothing was sent.</summary>
public sealed class ParameterException : PaymentCryptographyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">Which failure; it fixes the error id.</param>
    /// <param name="parameter">The parameter, without its dash.</param>
    /// <param name="message">What was wrong, and what would be right. Never a PIN, PAN, track or other value that may be a secret.</param>
    public ParameterException(ParameterFailure failure, string parameter, string message)
        : base("PcParameter" + failure, ErrorKind.InvalidRequest, message)
    {
        Failure = failure;
        ParameterName = parameter;
    }

    /// <summary>Which failure.</summary>
    public ParameterFailure Failure { get; }

    /// <summary>The parameter, without its dash.</summary>
    public string ParameterName { get; }
}
