using System.Diagnostics.CodeAnalysis;

namespace PaymentCrypto.Api.Catalog;

/// <summary>
/// Every operation of the AWS control plane (API version 2021-09-14) and of its data plane (2022-02-03). Whoever serves or sends operations by name goes
/// through
/// this list; operations of the local engine alone (<see cref="LocalRequest{TResponse}"/>) have no wire form and are not in it.
/// </summary>
public static class OperationCatalog
{
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
        Data<DecryptDataRequest, DecryptDataResponse>("/keys/{KeyIdentifier}/decrypt", OperationErrors.Using),
        Data<EncryptDataRequest, EncryptDataResponse>("/keys/{KeyIdentifier}/encrypt", OperationErrors.Using),
        Data<GenerateAs2805KekValidationRequest, GenerateAs2805KekValidationResponse>("/as2805kekvalidation/generate", OperationErrors.Using),
        Data<GenerateAuthRequestCryptogramRequest, GenerateAuthRequestCryptogramResponse>("/cryptogram/generate", OperationErrors.Using),
        Data<GenerateCardValidationDataRequest, GenerateCardValidationDataResponse>("/cardvalidationdata/generate", OperationErrors.Using),
        Data<GenerateMacRequest, GenerateMacResponse>("/mac/generate", OperationErrors.Using),
        Data<GenerateMacEmvPinChangeRequest, GenerateMacEmvPinChangeResponse>("/macemvpinchange/generate", OperationErrors.Using),
        Data<GeneratePinDataRequest, GeneratePinDataResponse>("/pindata/generate", OperationErrors.Using),
        Data<ReEncryptDataRequest, ReEncryptDataResponse>("/keys/{IncomingKeyIdentifier}/reencrypt", OperationErrors.Using),
        Data<TranslateKeyMaterialRequest, TranslateKeyMaterialResponse>("/keymaterial/translate", OperationErrors.Using),
        Data<TranslatePinDataRequest, TranslatePinDataResponse>("/pindata/translate", OperationErrors.Using),
        Data<VerifyAuthRequestCryptogramRequest, VerifyAuthRequestCryptogramResponse>("/cryptogram/verify", OperationErrors.Verifying),
        Data<VerifyCardValidationDataRequest, VerifyCardValidationDataResponse>("/cardvalidationdata/verify", OperationErrors.Verifying),
        Data<VerifyMacRequest, VerifyMacResponse>("/mac/verify", OperationErrors.Verifying),
        Data<VerifyPinDataRequest, VerifyPinDataResponse>("/pindata/verify", OperationErrors.Verifying),
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

    private static ApiOperation<TRequest, TResponse> Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TRequest, TResponse>(
        IReadOnlyList<string> errors, OperationTraits traits = OperationTraits.None)
        where TRequest : ApiRequest<TResponse>, new()
        where TResponse : ApiResponse => new(Service.ControlPlane, Route.Root, traits, null, errors);

    private static ApiOperation<TRequest, TResponse> Paged<[DynamicallyAccessedMembers(
        DynamicallyAccessedMemberTypes.PublicProperties)] TRequest, TResponse>(string itemsMember, IReadOnlyList<string> errors)
        where TRequest : ApiRequest<TResponse>, new()
        where TResponse : ApiResponse => new(Service.ControlPlane, Route.Root, OperationTraits.ReadOnly | OperationTraits.Paginated, itemsMember, errors);

    private static ApiOperation<TRequest, TResponse> Data<[DynamicallyAccessedMembers(
        DynamicallyAccessedMemberTypes.PublicProperties)] TRequest, TResponse>(string path, IReadOnlyList<string> errors)
        where TRequest : ApiRequest<TResponse>, new()
        where TResponse : ApiResponse => new(Service.DataPlane, new Route("POST", path), OperationTraits.None, null, errors);
}
