namespace PaymentCrypto.Api.Catalog;

/// <summary>What the service model says about calling an operation.</summary>
[Flags]
public enum OperationTraits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It changes nothing.</summary>
    ReadOnly = 1,

    /// <summary>Calling it again with the same members has no further effect.</summary>
    Idempotent = 2,

    /// <summary>It answers page by page, with NextToken and MaxResults.</summary>
    Paginated = 4,
}
