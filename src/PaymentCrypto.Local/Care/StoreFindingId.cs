namespace PaymentCrypto.Local.Care;

/// <summary>The ids of findings that are no errors of an operation. They are documented with the errors and never change.</summary>
internal static class StoreFindingId
{
    /// <summary>SQLite's own check has found damage.</summary>
    public const string Integrity = "PcStoreIntegrity";

    /// <summary>A writer died in the middle; SQLite undoes its work at the next opening.</summary>
    public const string Interrupted = "PcStoreInterrupted";

    /// <summary>Somebody other than the owner may use a file.</summary>
    public const string Permission = "PcStorePermission";

    /// <summary>An older schema.</summary>
    public const string SchemaOld = "PcStoreSchemaOld";

    /// <summary>A record stands for something that is not there, or a counter is wrong.</summary>
    public const string Reference = "PcStoreReference";

    /// <summary>A file that belongs to nothing.</summary>
    public const string Leftover = "PcStoreLeftover";

    /// <summary>Tokens that have ended.</summary>
    public const string ExpiredTokens = "PcStoreExpiredToken";

    /// <summary>An imported certificate that has ended or soon will.</summary>
    public const string Certificate = "PcStoreCertificateExpiry";
}
