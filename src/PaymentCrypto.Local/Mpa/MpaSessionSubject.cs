namespace PaymentCrypto.Local.Mpa;

/// <summary>What an approval session is about, as stored.</summary>
internal static class MpaSessionSubject
{
    /// <summary>The import of a root certificate.</summary>
    public const string ImportKey = "ImportKey";

    /// <summary>Another team in place of the present one.</summary>
    public const string ReplaceTeam = "ReplaceTeam";

    /// <summary>No team any more.</summary>
    public const string RemoveTeam = "RemoveTeam";
}
