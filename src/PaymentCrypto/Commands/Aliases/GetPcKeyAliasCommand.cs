using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands.Aliases;

/// <summary>Gets aliases by name, those of a key, or all of the account and region.</summary>
/// <seealso cref="NewPcKeyAliasCommand"/>
/// <seealso cref="SetPcKeyAliasCommand"/>
/// <seealso cref="RemovePcKeyAliasCommand"/>
[Cmdlet(VerbsCommon.Get, "PcKeyAlias", DefaultParameterSetName = NameSet)]
[OutputType(typeof(KeyAlias))]
public sealed class GetPcKeyAliasCommand : PcItemCmdlet
{
    private const string NameSet = "Name";
    private const string KeySet = "Key";
    private const int PageSize = 100;

    /// <summary>The aliases; all of them unless given. The prefix <c>alias/</c> may be left out. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = NameSet, Position = 0, ValueFromPipeline = true)]
    [Alias("Alias", "KeyAlias")]
    [ArgumentCompleter(typeof(KeyAliasCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] AliasName { get; set; } = ["*"];

    /// <summary>The keys whose aliases are wanted: ARN, key id or one of the aliases.</summary>
    [Parameter(ParameterSetName = KeySet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyArn", "KeyId")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] KeyIdentifier { get; set; } = [];

    private protected override void Execute()
    {
        if (ParameterSetName == KeySet)
        {
            ForEach(KeyIdentifier, key => List(new ListAliasesRequest { KeyArn = ToKeyArn(key) }, pattern: null));
        }
        else
        {
            ForEach(AliasName, Get);
        }
    }

    private void Get(string alias)
    {
        string name = Values.KeyIdentifier.ToAliasName(alias);
        if (WildcardPattern.ContainsWildcardCharacters(name))
        {
            List(new ListAliasesRequest(), Wildcard.Parse(name, WildcardOptions.None));
        }
        else
        {
            WriteObject(new KeyAlias(Send(new GetAliasRequest { AliasName = name }).Alias!, Connection.Origin));
        }
    }

    private void List(ListAliasesRequest request, WildcardPattern? pattern)
    {
        request = request with { MaxResults = PageSize };
        do
        {
            ListAliasesResponse page = Send(request);
            foreach (Alias alias in page.Aliases!.Where(alias => pattern is null || pattern.IsMatch(alias.AliasName)))
            {
                Advance(alias.AliasName);
                WriteObject(new KeyAlias(alias, Connection.Origin));
            }

            request = request with { NextToken = page.NextToken };
        }
        while (request.NextToken is not null);
    }
}
