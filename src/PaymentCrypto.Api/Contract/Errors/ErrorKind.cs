namespace PaymentCrypto.Api;

/// <summary>What sort of failure an exception is, independent of who raised it. The cmdlets map it to an error category.</summary>
public enum ErrorKind
{
    /// <summary>The request itself is wrong; sending it again will not help.</summary>
    InvalidRequest,

    /// <summary>A setting, path or option is wrong.</summary>
    InvalidConfiguration,

    /// <summary>What was asked for does not exist.</summary>
    NotFound,

    /// <summary>What was to be made exists already, or is in a state that does not allow it.</summary>
    Conflict,

    /// <summary>The caller may not do this.</summary>
    AccessDenied,

    /// <summary>Key, passphrase or credentials do not fit.</summary>
    AuthenticationFailed,

    /// <summary>A PIN, MAC, card value or cryptogram is wrong.</summary>
    VerificationFailed,

    /// <summary>A quota or the disk is full.</summary>
    LimitExceeded,

    /// <summary>Too many requests, or somebody else holds the store; try again later.</summary>
    Busy,

    /// <summary>Stored data is damaged or was altered.</summary>
    CorruptData,

    /// <summary>The other side could not be reached.</summary>
    Unreachable,

    /// <summary>This provider does not do this.</summary>
    NotSupported,

    /// <summary>A fault on the answering side.</summary>
    Internal,
}
