using System.Globalization;
using System.Text;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Tests.Local.Diagnosis.Corpus;

namespace PaymentCrypto.Tests.Local.Diagnosis;

/// <summary>
/// The doctor against exchanges that were broken in one known way: by a generator that shares no line with what is tested. Its seed is fixed,
/// so that a run is the same everywhere; PAYMENTCRYPTO_CORPUS=&lt;file&gt; writes the table of docs/benchmarks.md.
/// </summary>
public sealed class ExchangeCorpusTests
{
    private const int Seed = 20260701;

    // Signatures cost time: of what is signed or encrypted under RSA there are fewer.
    private const int OfEach = 42;
    private const int OfEachUnderRsa = 5;

    private static (string Class, Func<Random, ExchangeCase> Make, int Count)[] Classes { get; } =
    [
        .. BlockCases.All().Concat(ComponentCases.All()).Select(static row => (row.Class, row.Make, OfEach)),
        .. TokenCases.All().Concat(CryptogramCases.All()).Select(static row => (row.Class, row.Make, OfEachUnderRsa)),
    ];

    [Fact]
    public void TheTrueCauseIsFirst()
    {
        Random random = new(Seed);
        StringBuilder table = new("| class | exchanges | first | in the first three |\n|---|---:|---:|---:|\n");
        StringBuilder missed = new();
        int all = 0, first = 0, three = 0;
        foreach ((string name, Func<Random, ExchangeCase> make, int count) in Classes)
        {
            int ofFirst = 0, ofThree = 0;
            for (int i = 0; i < count; i++)
            {
                ExchangeCase made = make(random);
                string[] fails = Fails(made.Examine());
                bool isFirst = fails.Length > 0 && made.Causes.Contains(fails[0]);
                ofFirst += isFirst ? 1 : 0;
                ofThree += fails.Take(3).Any(made.Causes.Contains) ? 1 : 0;
                if (!isFirst)
                {
                    missed.AppendLine(CultureInfo.InvariantCulture, $"{name} {made}: {string.Join(", ", fails)}");
                }
            }

            table.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {count} | {ofFirst} | {ofThree} |");
            (all, first, three) = (all + count, first + ofFirst, three + ofThree);
        }

        Write(table, all, first, three);
        Assert.True(Classes.Length >= 25 && all >= 2000, $"{Classes.Length} classes, {all} exchanges");
        Assert.True(first >= 0.95 * all && three >= 0.99 * all, $"{first} first and {three} among the first three of {all}.\n{missed}");
    }

    [Fact]
    public void OfTwoCausesOneIsFirstAndBothAreTold()
    {
        Random random = new(Seed + 1);
        (string Class, Func<Random, ExchangeCase> Make)[] inner =
            [.. BlockCases.All().Where(static row => row.Class is "another key of the store" or "a digit of the payload"
            or "unknown usage" or "halves of the key" or "wrong check value" or "check value by another method" or "wrong KC")];
        (string Cause, Func<string, string> Change)[] outer =
        [
            ("FormEncodedTwice", static text => Convert.ToBase64String(Encoding.ASCII.GetBytes(text))),
            ("FormSchemePrefix", static text => "R" + text),
            ("FormLineBreaks", static text => text.Insert(text.Length / 2, "\r\n")),
            ("FormLetterCase", static text => text.ToLowerInvariant()),
            ("FormEnvelope", static text => $"'{text}'"),
        ];
        StringBuilder missed = new();
        int first = 0, both = 0;
        const int count = 300;
        for (int i = 0; i < count; i++)
        {
            ExchangeCase made = inner[i % inner.Length].Make(random);
            (string cause, Func<string, string> change) = outer[random.Next(outer.Length)];
            made = made with { Evidence = made.Evidence with { Material = change(made.Evidence.Material) } };
            string[] fails = Fails(made.Examine());
            bool isBoth = fails.Take(3).Contains(cause) && fails.Take(3).Any(made.Causes.Contains);
            first += fails.Length > 0 && (fails[0] == cause || made.Causes.Contains(fails[0])) ? 1 : 0;
            both += isBoth ? 1 : 0;
            if (!isBoth)
            {
                missed.AppendLine(CultureInfo.InvariantCulture, $"{cause} and {made}: {string.Join(", ", fails)}");
            }
        }

        Assert.True(first >= 0.95 * count && both >= 0.95 * count, $"{first} first and {both} both of {count}.\n{missed}");
    }

    [Fact]
    public void NothingFailsOfAGoodExchange()
    {
        Random random = new(Seed + 2);
        StringBuilder failed = new();
        for (int i = 0; i < 500; i++)
        {
            ExchangeCase good = (i % 5) switch
            {
                0 => TokenCases.Good(random),
                1 => ComponentCases.Good(random),
                2 when i % 2 == 0 => CryptogramCases.Good(random),
                2 => CryptogramCases.GoodVariant(random),
                _ => BlockCases.Good(random),
            };
            IReadOnlyList<ExchangeCheckResult> results = good.Examine();
            Assert.Contains(results, static result => result is { Check: "CheckValue", Outcome: "Pass" });
            foreach (ExchangeCheckResult fail in results.Where(static result => result.Outcome == "Fail"))
            {
                failed.AppendLine(CultureInfo.InvariantCulture, $"{good}: {fail}");
            }
        }

        Assert.True(failed.Length == 0, failed.ToString());
    }

    private static string[] Fails(IReadOnlyList<ExchangeCheckResult> results) =>
        [.. results.Where(static result => result.Outcome == "Fail").Select(static result => result.Check)];

    private static void Write(StringBuilder table, int all, int first, int three)
    {
        if (Environment.GetEnvironmentVariable("PAYMENTCRYPTO_CORPUS") is { Length: > 0 } file)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"| all | {all} | {first} ({100.0 * first / all:0.0} %) | {three} ({100.0 * three / all:0.0} %) |");
            File.WriteAllText(file, table.ToString());
        }
    }
}
