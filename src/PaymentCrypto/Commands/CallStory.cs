using PaymentCrypto.Api;

namespace PaymentCrypto.Commands;

/// <summary>What came of an operation, in a few words for -Verbose: which key, alias or token, and its check value. Never material.</summary>
internal static class CallStory
{
    /// <summary>The words.</summary>
    public static string Of(ApiResponse response) => response switch
    {
        CreateKeyResponse { Key: { } key } => Key(key),
        CreateKeyWithAliasResponse both => $"{Key(both.Key)}; {Alias(both.Alias)}",
        GetKeyResponse { Key: { } key } => Key(key),
        ImportKeyResponse { Key: { } key } => Key(key),
        StartKeyUsageResponse { Key: { } key } => Key(key),
        StopKeyUsageResponse { Key: { } key } => Key(key),
        DeleteKeyResponse { Key: { } key } => Key(key),
        RestoreKeyResponse { Key: { } key } => Key(key),
        AddKeyReplicationRegionsResponse { Key: { } key } => Key(key),
        RemoveKeyReplicationRegionsResponse { Key: { } key } => Key(key),
        ExportKeyResponse { WrappedKey: { } wrapped } =>
            $"{wrapped.WrappedKeyMaterialFormat} under {wrapped.WrappingKeyArn}, KCV {wrapped.KeyCheckValue} ({wrapped.KeyCheckValueAlgorithm})",
        GetParametersForImportResponse token =>
            $"{token.ImportToken}, {token.WrappingKeyAlgorithm}, valid until {DisplayText.Time(token.ParametersValidUntilTimestamp?.UtcDateTime)}",
        GetParametersForExportResponse token =>
            $"{token.ExportToken}, {token.SigningKeyAlgorithm}, valid until {DisplayText.Time(token.ParametersValidUntilTimestamp?.UtcDateTime)}",
        GetAliasResponse { Alias: { } alias } => Alias(alias),
        CreateAliasResponse { Alias: { } alias } => Alias(alias),
        UpdateAliasResponse { Alias: { } alias } => Alias(alias),
        ListKeysResponse page => Page(page.Keys?.Count, "keys", page.NextToken),
        ListAliasesResponse page => Page(page.Aliases?.Count, "aliases", page.NextToken),
        ListTagsForResourceResponse page => Page(page.Tags?.Count, "tags", page.NextToken),
        ListTokensResponse page => Page(page.Tokens.Count, "tokens", page.NextToken),
        EncryptDataResponse used => Used(used.KeyArn, used.KeyCheckValue),
        DecryptDataResponse used => Used(used.KeyArn, used.KeyCheckValue),
        ReEncryptDataResponse used => Used(used.KeyArn, used.KeyCheckValue),
        TranslatePinDataResponse used => Used(used.KeyArn, used.KeyCheckValue),
        GeneratePinDataResponse used =>
            $"{Used(used.GenerationKeyArn, used.GenerationKeyCheckValue)}, block under {Used(used.EncryptionKeyArn, used.EncryptionKeyCheckValue)}",
        VerifyPinDataResponse used =>
            $"{Used(used.VerificationKeyArn, used.VerificationKeyCheckValue)}, block under {Used(used.EncryptionKeyArn, used.EncryptionKeyCheckValue)}",
        GenerateMacResponse used => Used(used.KeyArn, used.KeyCheckValue),
        VerifyMacResponse used => Used(used.KeyArn, used.KeyCheckValue),
        GenerateCardValidationDataResponse used => Used(used.KeyArn, used.KeyCheckValue),
        VerifyCardValidationDataResponse used => Used(used.KeyArn, used.KeyCheckValue),
        GenerateAuthRequestCryptogramResponse used => Used(used.KeyArn, used.KeyCheckValue),
        VerifyAuthRequestCryptogramResponse used => Used(used.KeyArn, used.KeyCheckValue),
        GenerateAs2805KekValidationResponse used => Used(used.KeyArn, used.KeyCheckValue),
        GetMpaTeamAssociationResponse { MpaTeamAssociation: { } team } => Team(team),
        AssociateMpaTeamResponse { MpaTeamAssociation: { } team } => Team(team),
        DisassociateMpaTeamResponse { MpaTeamAssociation: { } team } => Team(team),
        _ => "done",
    };

    private static string Key(Api.Key key) =>
        $"{key.KeyArn}, {key.KeyAttributes?.KeyUsage}, {key.KeyAttributes?.KeyAlgorithm}, KCV {key.KeyCheckValue} ({key.KeyCheckValueAlgorithm}), "
            + $"{KeyText.State(key.KeyState, key.Enabled)}";

    private static string Used(string? keyArn, string? checkValue) => $"{keyArn}, KCV {checkValue}";

    private static string Alias(Alias alias) => $"{alias.AliasName} stands for {alias.KeyArn ?? "no key"}";

    private static string Page(int? count, string what, string? nextToken) => $"{count} {what}{(nextToken is null ? string.Empty : ", more to come")}";

    private static string Team(MpaTeamAssociation team) => $"{team.MpaTeamArn} guards {team.Action}, {team.AssociationState}";
}
