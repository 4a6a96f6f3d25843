using System.Text.RegularExpressions;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Diagnosis;

namespace PaymentCrypto.Tests.Api;

/// <summary>Scripts branch on error ids, so that each is written down, and none is written down that never comes.</summary>
public sealed partial class ErrorIdTests
{
    /// <summary>The names of cmdlets and views, and what stands before the name of a failure.</summary>
    private static readonly string[] NoIds = ["PcKeyBlock", "PcKeyInput", "PcStore", "PcVault", "PcAws", "PcParameter", "PcCalculation"];

    [Fact]
    public void Every_id_is_in_the_reference_and_none_else()
    {
        DirectoryInfo root = new DirectoryInfo(SharedDirectory.Shipped("PaymentCrypto.Tests")!).Parent!.Parent!;
        string reference = File.ReadAllText(Path.Combine(root.FullName, "docs", "reference", "errors.md"));
        HashSet<string> written = [.. NamePattern().Matches(reference).Select(static match => match.Groups[1].Value)];
        HashSet<string> ids = [.. Written(root), .. Made()];
        string[] causes =
            [.. typeof(ExchangeCause).GetFields().Where(static field => field.IsLiteral).Select(static field => (string)field.GetRawConstantValue()!)];

        Assert.Empty(ids.Where(id =>
            !written.Contains(id) && !(id.StartsWith("PcKeyBlock", StringComparison.Ordinal) && written.Contains(id["PcKeyBlock".Length..]))).Order());
        Assert.Empty(written.Where(static name => name.StartsWith("Pc", StringComparison.Ordinal) && !NoIds.Contains(name))
            .Where(id => !ids.Contains(id))
            .Order());
        Assert.Empty(written.Where(name => RowPattern().IsMatch(name) && !ids.Contains("PcKeyBlock" + name)).Except(causes).Order());
        Assert.Empty(causes.Except(written).Order());
    }

    /// <summary>Those that stand in the code as they are; a cmdlet's noun stands behind its verb.</summary>
    private static IEnumerable<string> Written(DirectoryInfo root)
    {
        string source = Path.Combine(root.FullName, "src");
        string[] texts = [.. Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)];
        HashSet<string> nouns = [.. texts.SelectMany(static text => NounPattern().Matches(text)).Select(static match => match.Groups[1].Value)];
        return texts.SelectMany(static text => LiteralPattern().Matches(text))
            .Select(static match => match.Groups[1].Value)
            .Where(id => !nouns.Contains(id) && !NoIds.Contains(id))
            .Distinct();
    }

    /// <summary>Those that are made of a failure's name, and those of the service.</summary>
    private static IEnumerable<string> Made() =>
    [
        .. Enum.GetNames<KeyInputFailure>().Select(static name => "PcKeyInput" + name),
        .. Enum.GetNames<ParameterFailure>().Select(static name => "PcParameter" + name),
        .. Enum.GetNames<CalculationFailure>().Select(static name => "PcCalculation" + name),
        .. Enum.GetNames<StoreFailure>().Select(static name => "PcStore" + name),
        .. Enum.GetNames<VaultFailure>().Select(static name => "PcVault" + name),
        .. Enum.GetNames<AwsConfigurationFailure>().Select(static name => "PcAws" + name),
        .. Enum.GetNames<AwsConnectionFailure>().Select(static name => "PcAws" + name),
        .. Enum.GetNames<CryptographyError>().Select(static name => "PcKeyBlock" + name),
        .. typeof(ServiceException).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(ServiceException)) && !type.IsAbstract && type != typeof(UnknownServiceException))
            .Select(static type => "Pc" + type.Name[..^"Exception".Length]),

        // Of the signature, which the service answers before it looks at the operation.
        "PcInvalidSignature", "PcUnrecognizedClient", "PcExpiredToken", "PcMissingAuthenticationToken", "PcIncompleteSignature",
    ];

    [GeneratedRegex("`([A-Z][A-Za-z0-9]+)`")]
    private static partial Regex NamePattern();

    [GeneratedRegex("^(?:Tr3[14]|Cryptogram|Certificate|KeyAgreement)[A-Z]")]
    private static partial Regex RowPattern();

    [GeneratedRegex(@"\[Cmdlet\([A-Za-z]+\.[A-Za-z]+, ""(Pc[A-Za-z0-9]+)""")]
    private static partial Regex NounPattern();

    [GeneratedRegex(@"""(Pc[A-Z][A-Za-z0-9]+)""")]
    private static partial Regex LiteralPattern();
}
