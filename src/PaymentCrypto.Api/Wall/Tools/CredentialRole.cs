namespace PaymentCrypto.Api.Tools;

/// <summary>The part that a key pair plays in a key exchange.</summary>
public enum CredentialRole
{
    /// <summary>Key distribution host: signs TR-34 tokens.</summary>
    Kdh,

    /// <summary>Key receiving device: unwraps TR-34 tokens and key cryptograms.</summary>
    Krd,

    /// <summary>A party of an ECDH key agreement.</summary>
    KeyAgreement,

    /// <summary>Certificate authority.</summary>
    Authority,
}
