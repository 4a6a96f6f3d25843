using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Endpoint.Callers;

/// <summary>Which account an access key belongs to.</summary>
/// <param name="accounts">Account ids by access key id.</param>
/// <param name="defaultAccountId">The account of every other key.</param>
internal sealed class AccountDirectory(IReadOnlyDictionary<string, string> accounts, string defaultAccountId)
{
    /// <summary>The directory that the options describe. Every account id is checked.</summary>
    /// <exception cref="InvalidConfigurationException">An account id is not 12 digits.</exception>
    internal static AccountDirectory Of(EndpointOptions options)
    {
        var accounts = new Dictionary<string, string>(options.Accounts, StringComparer.Ordinal);
        foreach (EndpointAccessKey key in options.AccessKeys.Where(key => key.AccountId is not null))
        {
            accounts[key.AccessKeyId] = key.AccountId!;
        }

        foreach (string account in accounts.Values)
        {
            _ = new AccountScope(account, AccountScope.DefaultRegion);
        }

        return new AccountDirectory(accounts, options.DefaultAccountId);
    }

    /// <summary>The scope of a signed request.</summary>
    /// <exception cref="UnknownServiceException">InvalidSignatureException: the region is none.</exception>
    internal AccountScope ScopeOf(string accessKeyId, string region)
    {
        try
        {
            return new AccountScope(AccountOf(accessKeyId), region);
        }
        catch (InvalidConfigurationException exception)
        {
            throw FrontEndError.Create(FrontEndError.InvalidSignature, "Credential should be scoped to a valid region. " + exception.Message);
        }
    }

    private string AccountOf(string accessKeyId) =>
        accounts.TryGetValue(accessKeyId, out string? account) ? account
        : accessKeyId.Length == 12 && accessKeyId.All(char.IsAsciiDigit) ? accessKeyId
        : defaultAccountId;
}
