namespace PaymentCrypto.Api;

/// <summary>Why a key or certificate could not be taken in. The error id is <c>PcKeyInput</c> and the name here.</summary>
public enum KeyInputFailure
{
    /// <summary>No key was given, and nobody can be asked for it.</summary>
    Missing,

    /// <summary>The same key was given in two ways, or two settings exclude each other.</summary>
    Conflict,

    /// <summary>A clear key was given as plain text, or in another form that is not taken.</summary>
    Form,

    /// <summary>The length of the key does not tell its algorithm.</summary>
    AlgorithmMissing,

    /// <summary>There is no such algorithm here, or it is not one for this purpose.</summary>
    AlgorithmUnknown,

    /// <summary>The key has another algorithm than the one that is asked for.</summary>
    AlgorithmMismatch,

    /// <summary>The key has another check value than the one on its paper, or the one that the sender states.</summary>
    CheckValueMismatch,

    /// <summary>The file is not there.</summary>
    FileNotFound,

    /// <summary>The file cannot be read, or holds nothing of what is needed.</summary>
    FileUnreadable,

    /// <summary>The private key is encrypted, and no passphrase was given.</summary>
    PassphraseMissing,

    /// <summary>The passphrase does not open the private key.</summary>
    PassphraseWrong,

    /// <summary>A private key is needed, and there is none in what was given.</summary>
    PrivateKeyMissing,

    /// <summary>A certificate is needed, and there is none in what was given.</summary>
    CertificateMissing,

    /// <summary>The object came through remoting, a job or a file and lost its secret on the way.</summary>
    Deserialised,
}
