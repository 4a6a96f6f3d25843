using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the two kinds of token.</summary>
public sealed class DirectionCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public DirectionCompleter()
        : base(
            new CompletionValue(TokenDirection.Import, "Tokens from Get-PcImportParameters"),
            new CompletionValue(TokenDirection.Export, "Tokens from Get-PcExportParameters"))
    {
    }
}
