using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.KeyExchange;

public sealed class KeyComponentTests
{
    // The key of pyemv's tests with check value 08D7B4, split here: 0123456789ABCDEF FEDCBA9876543210 = A xor B.
    private const string A = "1C587F1C13924FEF305A6C9D9EF3B6EA";
    private const string B = "1D7B3A7B9A398200CE86D605E8A784FA";

    [Fact]
    public void Components_from_paper_give_the_key()
    {
        using var session = new ModuleSession();
        session.Secret("a", A.Insert(16, " ").ToLowerInvariant());
        session.Secret("b", B);

        PSObject key = session.Run("Join-PcKeyComponent TDES_2KEY -Component $a, $b -KeyCheckValue 08D7B4 -AsPlainText").Single();

        Assert.Equal("0123456789ABCDEFFEDCBA9876543210", key.Properties["PlainText"].Value);
        Assert.Equal("08D7B4", key.Properties["KeyCheckValue"].Value);
        Assert.Equal("PaymentCrypto.ClearKey", key.TypeNames[0]);
    }

    [Fact]
    public void The_ceremony_asks_for_each_component_and_the_check_value_on_its_paper_and_shows_no_digit_of_it()
    {
        using var session = new ModuleSession();
        session.Secret("a", A);
        string kcvA = session.Run("(Get-PcKeyCheckValue $a -Algorithm TDES).KeyCheckValue").Text();
        foreach (string answer in new[] { B, "123456", A, kcvA, B, string.Empty })
        {
            session.Answers.Enqueue(answer);
        }

        Outcome outcome = session.Run("Join-PcKeyComponent TDES_2KEY -Count 2 -KeyCheckValue 08D7B4");

        Assert.Equal("08D7B4", outcome.Single().Properties["KeyCheckValue"].Value);
        Assert.Contains(outcome.Warnings, warning => warning.Contains("123456 was expected", StringComparison.Ordinal));
        Assert.Contains($"component 1: check value {kcvA}, as expected.", session.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain(A, session.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain(B, session.Screen, StringComparison.Ordinal);
        Assert.Empty(session.Answers);
    }

    [Fact]
    public void Where_nobody_can_be_asked_it_fails_at_once()
    {
        using var session = new ModuleSession();

        Outcome outcome = session.Run("Join-PcKeyComponent TDES_2KEY");

        Assert.Empty(outcome.Output);
        Expect.Error(outcome.Error(), "PcKeyInputMissing", ErrorCategory.InvalidArgument, "TDES_2KEY");
    }

    [Theory]
    [InlineData("-ComponentCheckValue 000000")]
    [InlineData("-ComponentCheckValue '', '000000'")]
    [InlineData("-KeyCheckValue 000000")]
    public void A_check_value_that_differs_leaves_no_key(string option)
    {
        using var session = new ModuleSession();
        session.Secret("a", A);
        session.Secret("b", B);

        Outcome outcome = session.Run($"$a, $b | Join-PcKeyComponent TDES_2KEY {option}");

        Assert.Empty(outcome.Output);
        ErrorRecord error = outcome.Error();
        Assert.Equal("PcKeyInputCheckValueMismatch", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Contains("000000 was expected", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Three_components_of_which_one_is_refused_do_not_give_the_key_of_the_other_two()
    {
        using var session = new ModuleSession();
        session.Secret("a", A);
        session.Secret("b", B);
        session.Secret("odd", A[1..]);

        Outcome outcome = session.Run("$a, $odd, $b | Join-PcKeyComponent TDES_2KEY");

        Assert.Empty(outcome.Output);
        Assert.Equal("PcKeyBlockInvalidHex", outcome.Error().FullyQualifiedErrorId.Split(',')[0]);
    }

    [Fact]
    public void The_same_component_twice_is_refused()
    {
        using var session = new ModuleSession();
        session.Secret("a", A);

        Assert.Equal("PcKeyBlockKeyComponent", session.Run("$a, $a | Join-PcKeyComponent TDES_2KEY").Error().FullyQualifiedErrorId.Split(',')[0]);
    }

    [Theory]
    [InlineData("TDES_2KEY", 2)]
    [InlineData("TDES_3KEY", 3)]
    [InlineData("AES_256", 9)]
    public void A_new_key_exists_in_components_only(string algorithm, int count)
    {
        using var session = new ModuleSession();

        IReadOnlyList<PSObject> components = session.Run($"$c = New-PcKeyComponent {algorithm} -Count {count}; $c").Succeed();
        PSObject key = session.Run("$c | Join-PcKeyComponent").Single();

        Assert.Equal(count, components.Count);
        Assert.All(components, component => Assert.Null(component.Properties["PlainText"].Value));
        Assert.All(components, component => Assert.Equal(key.Properties["KeyCheckValue"].Value, component.Properties["CombinedKeyCheckValue"].Value));
        Assert.Equal(algorithm, key.Properties["KeyAlgorithm"].Value);
    }

    [Fact]
    public void A_key_is_split_and_parity_is_set_on_request()
    {
        using var session = new ModuleSession();
        session.Secret("even", "0022446688AACCEE0022446688AACCEF");

        Outcome plain = session.Run("$even | New-PcKeyComponent -Algorithm TDES | Join-PcKeyComponent -AsPlainText");
        PSObject adjusted = session.Run("$even | New-PcKeyComponent -Algorithm TDES | Join-PcKeyComponent -AdjustParity -AsPlainText").Single();

        Assert.Equal("0022446688AACCEE0022446688AACCEF", plain.Single().Properties["PlainText"].Value);
        Assert.Contains(plain.Warnings, warning => warning.Contains("odd parity", StringComparison.Ordinal));
        Assert.Equal("0123456789ABCDEF0123456789ABCDEF", adjusted.Properties["PlainText"].Value);
        Assert.Equal(plain.Single().Properties["KeyCheckValue"].Value, adjusted.Properties["KeyCheckValue"].Value);
    }
}
