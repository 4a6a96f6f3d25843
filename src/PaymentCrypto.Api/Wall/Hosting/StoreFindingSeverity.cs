namespace PaymentCrypto.Api.Hosting;

/// <summary>How much a finding about a store matters.</summary>
public enum StoreFindingSeverity
{
    /// <summary>Worth knowing; nothing has to be done.</summary>
    Information,

    /// <summary>The store works, but something should be put right.</summary>
    Warning,

    /// <summary>The store or something in it cannot be used.</summary>
    Error,
}
