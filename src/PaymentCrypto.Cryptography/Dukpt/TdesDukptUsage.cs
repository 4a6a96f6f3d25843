namespace PaymentCrypto.Cryptography.Dukpt;

/// <summary>What a key of one transaction is for, with triple DES (X9.24-1:2009 table A-1).</summary>
public enum TdesDukptUsage
{
    /// <summary>PIN encryption.</summary>
    Pin,

    /// <summary>MAC of the request, or of both ways.</summary>
    MacRequest,

    /// <summary>MAC of the response.</summary>
    MacResponse,

    /// <summary>Data encryption of the request, or of both ways.</summary>
    DataRequest,

    /// <summary>Data encryption of the response.</summary>
    DataResponse,
}
