namespace PaymentCrypto.Api.Catalog;

/// <summary>
/// Every operation of the AWS control plane (API version 2021-09-14) and of its data plane (2022-02-03). Whoever serves or sends operations by name goes through
/// this list; operations of the local engine alone (<see cref="LocalRequest{TResponse}"/>) have no wire form and are not in it.
/// </summary>
public static class OperationCatalog
{
    /// <summary>The part of <c>X-Amz-Target</c> before the dot.</summary>
    public const string TargetPrefix = "PaymentCryptographyControlPlane";

    /// <summary>Every operation: those of the control plane in the order of their names, then those of the data plane.</summary>
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        Of<AddKeyReplicationRegionsRequest, AddKeyReplicationRegionsResponse>(OperationErrors.WithoutUnavailable),
        Of<AssociateMpaTeamRequest, AssociateMpaTeamResponse>(OperationErrors.Creating),
        Of<CreateAliasRequest, CreateAliasResponse>(OperationErrors.Creating, OperationTraits.Idempotent),
        Of<CreateKeyRequest, CreateKeyResponse>(OperationErrors.Creating),
        Of<DeleteAliasRequest, DeleteAliasResponse>(OperationErrors.Changing, OperationTraits.Idempotent),
        Of<DeleteKeyRequest, DeleteKeyResponse>(OperationErrors.Changing, OperationTraits.Idempotent),
        Of<DeleteResourcePolicyRequest, DeleteResourcePolicyResponse>(OperationErrors.Changing, OperationTraits.Idempotent),
        Of<DisableDefaultKeyReplicationRegionsRequest, DisableDefaultKeyReplicationRegionsResponse>(OperationErrors.WithoutUnavailable),
        Of<DisassociateMpaTeamRequest, DisassociateMpaTeamResponse>(OperationErrors.Creating),
        Of<EnableDefaultKeyReplicationRegionsRequest, EnableDefaultKeyReplicationRegionsResponse>(OperationErrors.WithoutUnavailable),
        Of<ExportKeyRequest, ExportKeyResponse>(OperationErrors.Changing),
        Of<GetAliasRequest, GetAliasResponse>(OperationErrors.Reading, OperationTraits.ReadOnly),
        Of<GetCertificateSigningRequestRequest, GetCertificateSigningRequestResponse>(OperationErrors.Reading),
        Of<GetDefaultKeyReplicationRegionsRequest, GetDefaultKeyReplicationRegionsResponse>(OperationErrors.WithoutUnavailable),
        Of<GetKeyRequest, GetKeyResponse>(OperationErrors.Reading, OperationTraits.ReadOnly),
        Of<GetMpaTeamAssociationRequest, GetMpaTeamAssociationResponse>(OperationErrors.Creating, OperationTraits.ReadOnly),
        Of<GetParametersForExportRequest, GetParametersForExportResponse>(OperationErrors.Creating),
        Of<GetParametersForImportRequest, GetParametersForImportResponse>(OperationErrors.Creating),
        Of<GetPublicKeyCertificateRequest, GetPublicKeyCertificateResponse>(OperationErrors.Reading, OperationTraits.ReadOnly),
        Of<GetResourcePolicyRequest, GetResourcePolicyResponse>(OperationErrors.Reading, OperationTraits.ReadOnly),
        Of<ImportKeyRequest, ImportKeyResponse>(OperationErrors.Creating),
        Paged<ListAliasesRequest, ListAliasesResponse>(nameof(ListAliasesResponse.Aliases), OperationErrors.Reading),
        Paged<ListKeysRequest, ListKeysResponse>(nameof(ListKeysResponse.Keys), OperationErrors.Reading),
        Paged<ListTagsForResourceRequest, ListTagsForResourceResponse>(nameof(ListTagsForResourceResponse.Tags), OperationErrors.Reading),
        Of<PutResourcePolicyRequest, PutResourcePolicyResponse>(OperationErrors.Policy, OperationTraits.Idempotent),
        Of<RemoveKeyReplicationRegionsRequest, RemoveKeyReplicationRegionsResponse>(OperationErrors.WithoutUnavailable),
        Of<RestoreKeyRequest, RestoreKeyResponse>(OperationErrors.Creating),
        Of<StartKeyUsageRequest, StartKeyUsageResponse>(OperationErrors.Creating),
        Of<StopKeyUsageRequest, StopKeyUsageResponse>(OperationErrors.Creating),
        Of<TagResourceRequest, TagResourceResponse>(OperationErrors.Creating),
        Of<UntagResourceRequest, UntagResourceResponse>(OperationErrors.Changing),
        Of<UpdateAliasRequest, UpdateAliasResponse>(OperationErrors.Changing),
        Of<DecryptDataRequest, DecryptDataResponse>(OperationErrors.Using),
        Of<EncryptDataRequest, EncryptDataResponse>(OperationErrors.Using),
        Of<GenerateAs2805KekValidationRequest, GenerateAs2805KekValidationResponse>(OperationErrors.Using),
        Of<GenerateAuthRequestCryptogramRequest, GenerateAuthRequestCryptogramResponse>(OperationErrors.Using),
        Of<GenerateCardValidationDataRequest, GenerateCardValidationDataResponse>(OperationErrors.Using),
        Of<GenerateMacRequest, GenerateMacResponse>(OperationErrors.Using),
        Of<GenerateMacEmvPinChangeRequest, GenerateMacEmvPinChangeResponse>(OperationErrors.Using),
        Of<GeneratePinDataRequest, GeneratePinDataResponse>(OperationErrors.Using),
        Of<ReEncryptDataRequest, ReEncryptDataResponse>(OperationErrors.Using),
        Of<TranslateKeyMaterialRequest, TranslateKeyMaterialResponse>(OperationErrors.Using),
        Of<TranslatePinDataRequest, TranslatePinDataResponse>(OperationErrors.Using),
        Of<VerifyAuthRequestCryptogramRequest, VerifyAuthRequestCryptogramResponse>(OperationErrors.Verifying),
        Of<VerifyCardValidationDataRequest, VerifyCardValidationDataResponse>(OperationErrors.Verifying),
        Of<VerifyMacRequest, VerifyMacResponse>(OperationErrors.Verifying),
        Of<VerifyPinDataRequest, VerifyPinDataResponse>(OperationErrors.Verifying),
    ];

    private static Dictionary<string, ApiOperation> ByName { get; } = All.ToDictionary(operation => operation.Name, StringComparer.Ordinal);

    /// <summary>Finds an operation.</summary>
    /// <param name="name">The service's name; case matters.</param>
    /// <returns>The operation, or null when the contract has none of that name.</returns>
    public static ApiOperation? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The operation of a request.</summary>
    /// <param name="request">A request of the AWS contract.</param>
    /// <exception cref="NotSupportedByProviderException">It is an operation of the local engine alone.</exception>
    public static ApiOperation Of(ApiRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Find(request.Operation) is { } operation && operation.RequestType == request.GetType()
            ? operation
            : throw new NotSupportedByProviderException(
                $"{request.Operation} is not an operation of AWS Payment Cryptography: only the local engine answers it.");
    }

    private static ApiOperation<TRequest, TResponse> Of<TRequest, TResponse>(
        IReadOnlyList<string> errors, OperationTraits traits = OperationTraits.None)
        where TRequest : ApiRequest<TResponse>, new()
        where TResponse : ApiResponse => new(traits, null, errors);

    private static ApiOperation<TRequest, TResponse> Paged<TRequest, TResponse>(string itemsMember, IReadOnlyList<string> errors)
        where TRequest : ApiRequest<TResponse>, new()
        where TResponse : ApiResponse => new(OperationTraits.ReadOnly | OperationTraits.Paginated, itemsMember, errors);
}
