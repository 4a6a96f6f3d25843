using System.Reflection;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Xunit;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Constraints;
using PaymentCrypto.Api.Validation;

namespace PaymentCrypto.Tests.Api;

/// <summary>The compiled patterns say what the patterns of the contract say, read by the engine that never goes back.</summary>
public sealed class ModelPatternsTests
{
    private const string KeyArn = "arn:aws:payment-cryptography:us-east-1:111122223333:key/0123456789abcdef";

    private static readonly string[] Fragments =
    [
        KeyArn, "arn:aws:payment-cryptography:us-east-1:111122223333:alias/a", "arn:aws-cn:mpa:us-east-1:111122223333:session/a/b",
        "arn:aws:mpa:us-east-1:111122223333:approval-team/a", "import-token-0123456789abcdef", "export-token-0123456789abcdef", "someone@example.com",
        "alias/a", "alias/", "key/", "us-east-1", "0123456789ABCDEF", "0123456789ABCDEF0123", "0123456789abcdef", "0123", "AB", "ab", "7", "F", "g", "Z", "_", "-", "/", ":", ".", "@", "[", ";", ">",
        " ", "\t", "\n", "\r\n", "é", "’", "€", "\0", string.Empty,
    ];

    private static readonly string[] All =
        [.. typeof(ApiRequest).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .SelectMany(property => property.GetCustomAttributes<MemberPatternAttribute>())
            .Select(attribute => attribute.Pattern)
            .Distinct()];

    private static readonly (Regex Said, Regex Compiled)[] BothEngines = [.. All.Select(pattern => (AsSaid(pattern), ModelPatterns.Of(pattern)))];

    public static TheoryData<string> Patterns => [.. All];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Every_pattern_of_the_contract_takes_some_text(string pattern) => Assert.Contains(Fragments, ModelPatterns.Of(pattern).IsMatch);

    [Property(MaxTest = 1000)]
    public void Both_engines_say_the_same_of_every_text(NonNegativeInt[] choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        string text = string.Concat(choice.Take(4).Select(index => Fragments[index.Get % Fragments.Length]));

        Assert.All(BothEngines, engines => Assert.Equal(engines.Said.IsMatch(text), engines.Compiled.IsMatch(text)));
    }

    // What nearly fits is what makes an engine go back: with a second way through the text, this would not end.
    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_long_text_that_nearly_fits_is_refused(string pattern)
    {
        Regex compiled = ModelPatterns.Of(pattern);

        Assert.All(
            Fragments.Where(fragment => fragment.Length > 0),
            fragment => Assert.DoesNotMatch(compiled, string.Concat(Enumerable.Repeat(fragment, 20_000 / fragment.Length)) + "\0["));
    }

    [Fact]
    public void A_pattern_that_is_not_of_the_model_has_no_code() =>
        Assert.Contains("[x]", Assert.Throws<InvalidOperationException>(() => ModelPatterns.Of("[x]")).Message, StringComparison.Ordinal);

    private static Regex AsSaid(string pattern) =>
        new($@"\A(?:^{pattern.Replace("}+", "}", StringComparison.Ordinal)}$)\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
