using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Metering;
using PaymentCrypto.Endpoint.Overview;

namespace PaymentCrypto.Tests.Endpoint;

public sealed class OverviewPageTests
{
    private const int Rounds = 300;

    [Fact]
    public void Whatever_a_name_is_it_stays_text()
    {
        string[] pieces =
        [
            "<script>alert(1)</script>", "<", ">", "\"", "'", "&", "&lt;", "&#60;", "]]>", "<!--", "-->", "</style>", "{0}", "%3C",
            "\0", "\u0007", "\u202e", "\ud800", "é", "😀", "a", " ", "=", "/",
        ];
        Dictionary<string, int> harmless = Elements(Overviews.Parse(Overviews.Page(Overviews.Named("harmless"))));
        var random = new Random(20250102);
        for (int round = 0; round < Rounds; round++)
        {
            // Longer aliases may be broken, and stand in no element of their own.
            string name = string.Concat(string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => pieces[random.Next(pieces.Length)])).Take(40));

            XDocument page = Overviews.Parse(Overviews.Page(Overviews.Named(name)));

            Assert.Equal(harmless, Elements(page));
            IEnumerable<string> attributes = page.Descendants().Attributes().Select(attribute => attribute.Name.LocalName).Distinct();
            Assert.Equal(
                ["aria-label", "aria-labelledby", "charset", "class", "content", "data-label", "href", "http-equiv", "id", "lang", "name", "rel", "scope"],
                attributes.Order(StringComparer.Ordinal));
            if (name.All(character => character is >= ' ' and <= '~'))
            {
                Assert.Equal($"{name}={name}", page.Descendants("span").First(span => (string?)span.Attribute("class") == "tag").Value);
            }
        }
    }

    [Fact]
    public void The_policy_lets_in_the_style_sheet_of_the_page_and_nothing_else()
    {
        string page = Overviews.Page(Overviews.Named("a"));

        string sheet = Assert.Single(Overviews.Parse(page).Descendants("style")).Value;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)));
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            OverviewPage.ContentSecurityPolicy);
        Assert.DoesNotContain("url(", sheet, StringComparison.Ordinal);
        Assert.All(Overviews.Parse(page).Descendants().Attributes("href"), href => Assert.Matches("^([?#]|data:,$)", href.Value));
        Assert.Empty(Overviews.Parse(page).Descendants("script"));
    }

    [Fact]
    public void It_says_what_is_to_come_and_what_has_happened()
    {
        AccountScope other = new("444455556666", "eu-west-1");
        ServiceState state = Overviews.Named("alias/a") with
        {
            ClockOffset = TimeSpan.FromDays(31),
            Faults = [new EndpointFault { Operation = "ImportKey", Kind = EndpointFaultKind.Delay, Calls = 3, Delay = TimeSpan.FromMilliseconds(250) }],
            Calls =
            [
                Call("GetKey", 200) with { Scope = other, Duration = TimeSpan.FromMilliseconds(1.5) },
                Call("ImportKey", 400) with { ErrorCode = "ThrottlingException", Fault = EndpointFaultKind.Throttling },
                Call("DeleteKey", 200) with { ErrorCode = "ConnectionDropped", Fault = EndpointFaultKind.DropResponse },
            ],
        };

        XDocument page = Overviews.Parse(Overviews.Page(state));

        IEnumerable<XElement> rows = page.Descendants("li").Concat(page.Descendants("tr"));
        string text = string.Join('\n', rows.Select(row => string.Join('|', row.Elements().Select(cell => cell.Value.Trim()))));
        Assert.Contains("2025-02-02 03:04:05Z|31 d 0 h ahead of the real time", text, StringComparison.Ordinal);
        Assert.Contains("Delay of 250 ms|for the next 3 calls of ImportKey", text, StringComparison.Ordinal);
        Assert.Contains("|GetKey|done|1.5 ms|444455556666, eu-west-1", text, StringComparison.Ordinal);
        Assert.Contains("|ImportKey|ThrottlingException rehearsed Throttling|0 ms|", text, StringComparison.Ordinal);
        Assert.Contains("|DeleteKey|dropped rehearsed DropResponse|0 ms|", text, StringComparison.Ordinal);
        // Made when the clock of the service was 31 days behind: it has ended since.
        Assert.Contains("2025-01-02 ended", text, StringComparison.Ordinal);
        Assert.Contains("?account=444455556666&region=eu-west-1", page.Descendants("a").Select(link => (string?)link.Attribute("href")));
    }

    [Fact]
    public void The_latest_calls_are_the_last_of_all_newest_first()
    {
        var meter = new RequestMeter();
        Assert.Empty(meter.Latest());
        for (int call = 0; call < 450; call++)
        {
            meter.Add(Call($"{call}", 200));
            if (call is 0 or 1 or 199 or 200)
            {
                Assert.Equal($"{call}", meter.Latest()[0].RequestId);
                Assert.Equal(Math.Min(call + 1, 200), meter.Latest().Count);
                meter.TakeLog();
            }
        }

        Assert.Equal(Enumerable.Range(0, 200).Select(back => $"{449 - back}"), meter.Latest().Select(call => call.RequestId));
    }

    [Fact]
    public async Task Reading_an_account_has_a_bound_and_asks_for_no_certificate_that_would_have_to_be_issued()
    {
        List<ApiRequest> asked = [];
        var provider = new FakeProvider
        {
            Answer = (request, _) =>
            {
                lock (asked)
                {
                    asked.Add(request);
                }

                return Task.FromResult<ApiResponse?>(request switch
                {
                    ListKeysRequest => new ListKeysResponse { Keys = [.. Enumerable.Range(0, 100).Select(_ => Pair())], NextToken = "more" },
                    ListAliasesRequest => new ListAliasesResponse { Aliases = [new Alias { AliasName = "alias/loose" }] },
                    ListTokensRequest => new ListTokensResponse { Tokens = [] },
                    ListTagsForResourceRequest => new ListTagsForResourceResponse { Tags = [] },
                    _ => null,
                });
            },
        };

        IPaymentCryptography account = provider.ForScope(new AccountScope("111122223333", "us-east-1"));
        AccountContents contents = await AccountReader.ReadAsync(account, TestContext.Current.CancellationToken);

        Assert.Equal(AccountReader.Most, contents.Keys.Count);
        Assert.True(contents.MoreKeys);
        Assert.False(contents.MoreAliases);
        Assert.Equal(2, asked.Count(request => request is ListKeysRequest));
        Assert.DoesNotContain(asked, request => request is GetPublicKeyCertificateRequest);
    }

    private static KeySummary Pair() => new()
    {
        KeyArn = "arn:aws:payment-cryptography:us-east-1:111122223333:key/aaaaaaaaaaaaaaaa",
        KeyState = KeyState.CreateComplete,
        KeyCheckValue = "0000",
        KeyAttributes = new KeyAttributes
        {
            KeyClass = KeyClass.AsymmetricKeyPair,
            KeyAlgorithm = KeyAlgorithm.Rsa2048,
            KeyUsage = KeyUsage.Tr31D1AsymmetricKeyForDataEncryption,
        },
    };

    private static Dictionary<string, int> Elements(XDocument page) =>
        page.Descendants().GroupBy(element => element.Name.LocalName).ToDictionary(group => group.Key, group => group.Count());

    private static EndpointLogEntry Call(string operation, int status) => new()
    {
        Time = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero),
        RequestId = operation,
        Operation = operation,
        HttpStatus = status,
        Duration = TimeSpan.Zero,
        RequestBytes = 0,
        ResponseBytes = 0,
    };
}
