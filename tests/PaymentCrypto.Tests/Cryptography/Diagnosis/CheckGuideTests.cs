using PaymentCrypto.Api;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Diagnosis;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis;

/// <summary>Whoever is refused is told what to do: for each check and each error id there is advice.</summary>
public sealed class CheckGuideTests
{
    [Fact]
    public void EveryCheckOfTheReadersHasAdvice() =>
        Assert.All(Enum.GetValues<CryptographyError>(), static error => Complete(CheckGuide.Of(error)));

    [Fact]
    public void EveryCauseHasAdvice()
    {
        string[] causes = [.. typeof(ExchangeCause).GetFields().Select(static field => (string)field.GetRawConstantValue()!)];

        Assert.NotEmpty(causes);
        Assert.All(causes, static cause => Complete(CheckGuide.Of(cause)));
    }

    [Fact]
    public void EveryErrorIdHasARecommendedAction()
    {
        string[] ids =
        [
            .. Ids<AwsConfigurationFailure>("PcAws"), .. Ids<AwsConnectionFailure>("PcAws"), .. Ids<KeyInputFailure>("PcKeyInput"), .. Ids<StoreFailure>("PcStore"),
            .. Ids<VaultFailure>("PcVault"), .. typeof(FrontEndError).GetFields().Select(static field => "Pc" + ((string)field.GetRawConstantValue()!)[..^"Exception".Length]),
            .. typeof(ServiceException).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(ServiceException)) && type != typeof(UnknownServiceException))
                .Select(static type => "Pc" + type.Name[..^"Exception".Length]),
        ];

        Assert.All(ids, static id => Assert.False(string.IsNullOrWhiteSpace(ErrorRemedies.Of(id)), $"{id} has no recommended action: give it one in ErrorRemedies."));
    }

    private static void Complete(CheckAdvice? advice)
    {
        Assert.NotNull(advice);
        Assert.NotEmpty(advice.Clause);
        Assert.EndsWith(".", advice.Action, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ids<T>(string prefix)
        where T : struct, Enum => Enum.GetNames<T>().Select(name => prefix + name);
}
