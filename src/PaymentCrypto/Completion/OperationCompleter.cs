using PaymentCrypto.Api.Catalog;

namespace PaymentCrypto.Completion;

/// <summary>Offers the operations of the service.</summary>
public sealed class OperationCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public OperationCompleter()
        : base([.. OperationCatalog.All.Select(static operation => new CompletionValue(operation.Name, $"The operation {operation.Name}"))])
    {
    }
}
