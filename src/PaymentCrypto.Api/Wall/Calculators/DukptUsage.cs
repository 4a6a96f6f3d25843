namespace PaymentCrypto.Api.Calculators;

/// <summary>What a key of DUKPT is for. TDES has the first seven (X9.24-1:2009 table A-1), AES all (X9.24-3:2017 table 2).</summary>
public enum DukptUsage
{
    /// <summary>The key that is injected into a device.</summary>
    InitialKey,

    /// <summary>The key of one transaction, from which those that work are derived.</summary>
    TransactionKey,

    /// <summary>PIN encryption.</summary>
    Pin,

    /// <summary>MAC of the request: for AES, made by the device.</summary>
    MacRequest,

    /// <summary>MAC of the response: for AES, verified by the device.</summary>
    MacResponse,

    /// <summary>Data of the request: for AES, encrypted by the device.</summary>
    DataRequest,

    /// <summary>Data of the response: for AES, decrypted by the device.</summary>
    DataResponse,

    /// <summary>MAC of both ways; AES alone.</summary>
    MacBoth,

    /// <summary>Data of both ways; AES alone.</summary>
    DataBoth,

    /// <summary>Key encryption; AES alone.</summary>
    KeyEncryption,
}
