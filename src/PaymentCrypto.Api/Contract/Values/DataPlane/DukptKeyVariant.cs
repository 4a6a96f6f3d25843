namespace PaymentCrypto.Api;

/// <summary>The service's values for the direction that a DUKPT key is for.</summary>
public static class DukptKeyVariant
{
    /// <summary>Both directions; AES only.</summary>
    public const string Bidirectional = "BIDIRECTIONAL";

    /// <summary>From terminal to host.</summary>
    public const string Request = "REQUEST";

    /// <summary>From host to terminal.</summary>
    public const string Response = "RESPONSE";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [Bidirectional, Request, Response];
}
