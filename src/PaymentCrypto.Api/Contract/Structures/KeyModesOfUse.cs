namespace PaymentCrypto.Api;

/// <summary>The modes of use of a key, one flag each. All nine are always written; one that is absent reads as false.</summary>
public sealed record KeyModesOfUse : ApiStructure
{
    /// <summary>Encrypt data.</summary>
    public bool Encrypt { get; init; }

    /// <summary>Decrypt data.</summary>
    public bool Decrypt { get; init; }

    /// <summary>Wrap other keys.</summary>
    public bool Wrap { get; init; }

    /// <summary>Unwrap other keys.</summary>
    public bool Unwrap { get; init; }

    /// <summary>Generate MACs, PINs or card verification values.</summary>
    public bool Generate { get; init; }

    /// <summary>Make signatures.</summary>
    public bool Sign { get; init; }

    /// <summary>Verify what another key or party made.</summary>
    public bool Verify { get; init; }

    /// <summary>Derive other keys.</summary>
    public bool DeriveKey { get; init; }

    /// <summary>Anything its usage allows (TR-31 mode of use N).</summary>
    public bool NoRestrictions { get; init; }
}
