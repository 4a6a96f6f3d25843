using System.Text;
using System.Xml;
using System.Xml.Linq;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Overview;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>States of a service, and the page of each as a parser that is not ours reads it.</summary>
internal static class Overviews
{
    private static readonly DateTimeOffset Now = new(2025, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static ServiceState Empty { get; } = new()
    {
        Scope = new AccountScope(AccountScope.DefaultAccountId, AccountScope.DefaultRegion),
        Contents = new AccountContents { Keys = [], Aliases = [], Tokens = [] },
        Service = new ServiceDescription
        {
            Version = "1",
            Scope = new AccountScope(AccountScope.DefaultAccountId, AccountScope.DefaultRegion),
            Store = "memory",
        },
        ClockOffset = TimeSpan.Zero,
        Now = Now,
        Statistics = new EndpointStatistics
        {
            StartTime = Now,
            OpenConnections = 1,
            AcceptedConnections = 1,
            DisplacedConnections = 0,
            MalformedRequests = 0,
            Requests = 0,
            Errors = 0,
            Operations = [],
        },
        Faults = [],
        Calls = [],
    };

    /// <summary>A state in which everything that a caller can choose freely is this text.</summary>
    public static ServiceState Named(string text) => Empty with
    {
        Contents = new AccountContents
        {
            Keys =
            [
                new KeyContents(
                    new KeySummary
                    {
                        KeyArn = "arn:aws:payment-cryptography:us-east-1:111122223333:key/" + text.Replace('/', '-'),
                        KeyState = text,
                        KeyCheckValue = text,
                        KeyAttributes = new KeyAttributes { KeyUsage = text, KeyAlgorithm = text },
                    },
                    [text, text],
                    [new Tag { Key = text, Value = text }],
                    new CertificateContents(text, text + "CA", Now)),
            ],
            Aliases = [new Alias { AliasName = text }],
            Tokens =
            [
                new TokenSummary
                {
                    Token = text,
                    Direction = text,
                    KeyMaterialType = text,
                    KeyAlgorithm = text,
                    CreateTimestamp = Now,
                    ParametersValidUntilTimestamp = Now,
                    Expired = false,
                    Reusable = false,
                },
            ],
        },
        Faults = [new EndpointFault { Operation = text, Kind = EndpointFaultKind.Throttling }],
        Calls =
        [
            new EndpointLogEntry
            {
                Time = Now,
                RequestId = text,
                Operation = text,
                HttpStatus = 400,
                ErrorCode = text,
                Duration = TimeSpan.Zero,
                RequestBytes = 0,
                ResponseBytes = 0,
            },
        ],
    };

    public static string Page(ServiceState state) => Encoding.UTF8.GetString(OverviewPage.Of(state));

    public static XDocument Parse(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
