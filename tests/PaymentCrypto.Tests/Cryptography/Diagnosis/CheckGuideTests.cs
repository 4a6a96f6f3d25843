using System.Text.RegularExpressions;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Tests.Cryptography.Package;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis;

/// <summary>Whoever is refused is told what to do: for each check and each error id there is advice.</summary>
public sealed partial class CheckGuideTests
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
            .. Ids<AwsConfigurationFailure>(
                "PcAws"), .. Ids<AwsConnectionFailure>("PcAws"), .. Ids<KeyInputFailure>("PcKeyInput"), .. Ids<StoreFailure>("PcStore"),
            .. Ids<VaultFailure>("PcVault"), .. typeof(FrontEndError)
                .GetFields()
                .Select(static field => "Pc" + ((string)field.GetRawConstantValue()!)[..^"Exception".Length]),
            .. typeof(ServiceException).Assembly.GetTypes().Where(static type =>
                type.IsSubclassOf(typeof(ServiceException)) && type != typeof(UnknownServiceException))
                .Select(static type => "Pc" + type.Name[..^"Exception".Length]),
        ];

        Assert.All(ids,
            static id => Assert.False(string.IsNullOrWhiteSpace(ErrorRemedies.Of(id)), $"{id} has no recommended action: give it one in ErrorRemedies."));
    }

    [Fact]
    public void EveryIdInTheReferenceOfErrorsHasARecommendedAction()
    {
        string[] rows = File.ReadAllLines(Repository.File("docs/reference/errors.md"));

        // A table of errors has their category; the findings of Test-PcStore have a severity and are no errors.
        bool isOfErrors = false;
        List<string> ids = [];
        foreach (string row in rows.Where(static row => row.StartsWith('|')))
        {
            string[] cells = row.Split('|');
            isOfErrors = cells[1].Trim() is "id" or "name" or "check"
                ? cells[1].Trim() == "id" && row.Contains("category", StringComparison.Ordinal)
                : isOfErrors;
            ids.AddRange(isOfErrors ? Id().Matches(cells[1]).Select(static match => match.Groups[1].Value) : []);
        }

        Assert.True(ids.Count > 80, $"{ids.Count} ids");
        Assert.All(ids,
            static id => Assert.False(string.IsNullOrWhiteSpace(ErrorRemedies.Of(id)), $"{id} has no recommended action: give it one in ErrorRemedies."));
    }

    [GeneratedRegex("`(Pc[A-Za-z0-9]+)`")]
    private static partial Regex Id();

    private static void Complete(CheckAdvice? advice)
    {
        Assert.NotNull(advice);
        Assert.NotEmpty(advice.Clause);
        Assert.EndsWith(".", advice.Action, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ids<T>(string prefix)
        where T : struct, Enum => Enum.GetNames<T>().Select(name => prefix + name);
}
