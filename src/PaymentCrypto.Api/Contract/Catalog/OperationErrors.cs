namespace PaymentCrypto.Api.Catalog;

/// <summary>The sets of error codes that the operations of the service model share.</summary>
internal static class OperationErrors
{
    /// <summary>Operations that read.</summary>
    internal static readonly IReadOnlyList<string> Reading =
    [
        nameof(AccessDeniedException), nameof(InternalServerException), nameof(ResourceNotFoundException),
        nameof(ServiceUnavailableException), nameof(ThrottlingException), nameof(ValidationException),
    ];

    /// <summary>Operations that change what is there.</summary>
    internal static readonly IReadOnlyList<string> Changing = [.. Reading, nameof(ConflictException)];

    /// <summary>Operations that count against a quota.</summary>
    internal static readonly IReadOnlyList<string> Creating = [.. Changing, nameof(ServiceQuotaExceededException)];

    /// <summary>PutResourcePolicy.</summary>
    internal static readonly IReadOnlyList<string> Policy = [.. Creating, nameof(PublicPolicyException)];

    /// <summary>Replication operations: the model has no ServiceUnavailableException for them.</summary>
    internal static readonly IReadOnlyList<string> WithoutUnavailable =
        [.. Creating.Where(code => code != nameof(ServiceUnavailableException))];

    /// <summary>Operations of the data plane, which use keys.</summary>
    internal static readonly IReadOnlyList<string> Using =
        [.. Reading.Where(code => code != nameof(ServiceUnavailableException))];

    /// <summary>Operations of the data plane that verify.</summary>
    internal static readonly IReadOnlyList<string> Verifying = [.. Using, nameof(VerificationFailedException)];
}
