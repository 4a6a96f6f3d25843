using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands.Tokens;

/// <summary>Lists the import and export tokens of the local store.</summary>
/// <remarks>
/// <para>Lists the tokens of the account and region of the provider, newest first, with their expiry. AWS has no such list.</para>
/// </remarks>
/// <seealso cref="RevokePcTokenCommand"/>
/// <seealso cref="ClearPcExpiredTokenCommand"/>
/// <seealso cref="GetPcImportParametersCommand"/>
/// <seealso cref="GetPcExportParametersCommand"/>
[Cmdlet(VerbsCommon.Get, "PcToken")]
[OutputType(typeof(ExchangeToken))]
public sealed class GetPcTokenCommand : PcOperationCmdlet
{
    private string? _current;

    /// <summary>Only these tokens. Wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ImportToken", "ExportToken")]
    [ArgumentCompleter(typeof(TokenCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Token { get; set; } = ["*"];

    /// <summary>Only import tokens or only export tokens: <c>Import</c> or <c>Export</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DirectionCompleter))]
    [ValidateOneOf(TokenDirection.Import, TokenDirection.Export)]
    public string? Direction { get; set; }

    private protected override object? ErrorTarget => _current;

    private protected override void Execute()
    {
        foreach (string token in Token)
        {
            _current = token;
            if (WildcardPattern.ContainsWildcardCharacters(token))
            {
                List(WildcardPattern.Get(token, WildcardOptions.IgnoreCase));
            }
            else
            {
                Attempt(() => Find(token));
            }
        }
    }

    private void List(WildcardPattern pattern)
    {
        // The service's own spelling, however the user wrote it.
        string? direction = TokenDirection.All.FirstOrDefault(known => string.Equals(known, Direction, StringComparison.OrdinalIgnoreCase));
        var request = new ListTokensRequest { Direction = direction };
        do
        {
            ListTokensResponse page = Send(request);
            foreach (TokenSummary summary in page.Tokens.Where(summary => pattern.IsMatch(summary.Token)))
            {
                Advance(summary.Token);
                WriteObject(new ExchangeToken(summary, Connection.Origin));
            }

            request = request with { NextToken = page.NextToken };
        }
        while (request.NextToken is not null);
    }

    private void Find(string token)
    {
        TokenSummary summary = Send(new ListTokensRequest { Token = token }).Tokens[0];
        if (Direction is not null && !string.Equals(summary.Direction, Direction, StringComparison.OrdinalIgnoreCase))
        {
            throw new ResourceNotFoundException(token, $"'{token}' is no {Direction} token but an {summary.Direction} token.");
        }

        WriteObject(new ExchangeToken(summary, Connection.Origin));
    }
}
