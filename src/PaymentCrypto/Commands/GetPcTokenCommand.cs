using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands;

/// <summary>Lists the import and export tokens of the local store, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "PcToken")]
[OutputType(typeof(ExchangeToken))]
public sealed class GetPcTokenCommand : PcOperationCmdlet
{
    private string? _current;

    /// <summary>Only these tokens. Wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ImportToken", "ExportToken")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Token { get; set; } = ["*"];

    /// <summary>Only import tokens or only export tokens: <c>Import</c> or <c>Export</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DirectionCompleter))]
    [ValidateSet(TokenDirection.Import, TokenDirection.Export)]
    public string? Direction { get; set; }

    private protected override object? ErrorTarget => _current;

    private protected override void Execute()
    {
        foreach (string token in Token)
        {
            _current = token;
            bool found = WildcardPattern.ContainsWildcardCharacters(token)
                ? List(new ListTokensRequest { Direction = Direction }, WildcardPattern.Get(token, WildcardOptions.IgnoreCase))
                : List(new ListTokensRequest { Direction = Direction, Token = token }, pattern: null);
            if (!found)
            {
                Report(new ResourceNotFoundException(token));
            }
        }
    }

    // True unless a single token was asked for and is not there.
    private bool List(ListTokensRequest request, WildcardPattern? pattern)
    {
        bool found = pattern is not null;
        do
        {
            ListTokensResponse page = Send(request);
            foreach (TokenSummary summary in page.Tokens)
            {
                if (pattern is null || pattern.IsMatch(summary.Token))
                {
                    found = true;
                    WriteObject(new ExchangeToken(summary, Connection.Settings));
                }
            }

            request = request with { NextToken = page.NextToken };
        }
        while (request.NextToken is not null);

        return found;
    }
}
