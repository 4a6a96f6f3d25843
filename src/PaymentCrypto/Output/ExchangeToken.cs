using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto;

/// <summary>An import or export token in the local store, without its private key.</summary>
public sealed partial class ExchangeToken
{
    /// <summary>Creates an empty description.</summary>
    public ExchangeToken()
    {
    }

    internal ExchangeToken(TokenSummary summary, Origin origin)
    {
        Token = summary.Token;
        Direction = summary.Direction;
        KeyMaterialType = summary.KeyMaterialType;
        KeyAlgorithm = summary.KeyAlgorithm;
        CreateTimestamp = summary.CreateTimestamp.UtcDateTime;
        ParametersValidUntilTimestamp = summary.ParametersValidUntilTimestamp.UtcDateTime;
        DaysLeft = WholeDays.Until(ParametersValidUntilTimestamp, origin.Clock) ?? 0;
        Expired = summary.Expired;
        Reusable = summary.Reusable;
        Provider = origin.Provider.ToString();
        AccountId = origin.AccountId;
        Region = origin.Region;
    }

    /// <summary>The token.</summary>
    public string? Token { get; set; }

    /// <summary><c>Import</c> or <c>Export</c>.</summary>
    public string? Direction { get; set; }

    /// <summary>What it imports or exports, for example <c>TR34_KEY_BLOCK</c>.</summary>
    public string? KeyMaterialType { get; set; }

    /// <summary>The algorithm of its key, for example <c>RSA_2048</c>.</summary>
    public string? KeyAlgorithm { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreateTimestamp { get; set; }

    /// <summary>When it ends, UTC.</summary>
    public DateTime ParametersValidUntilTimestamp { get; set; }

    /// <summary>How many whole days were left when it was listed, on the engine's clock: 0 on the last day, negative once it had ended.</summary>
    public int DaysLeft { get; set; }

    /// <summary>Whether it had ended when it was listed, on the engine's clock.</summary>
    public bool Expired { get; set; }

    /// <summary>Whether ReuseLastGeneratedToken could still return it when it was listed.</summary>
    public bool Reusable { get; set; }

    /// <summary>The provider that has it.</summary>
    public string? Provider { get; set; }

    /// <summary>The account, 12 digits.</summary>
    public string? AccountId { get; set; }

    /// <summary>The region.</summary>
    public string? Region { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Token ?? string.Empty;
}
