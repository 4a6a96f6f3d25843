using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the operations that an approval team can guard.</summary>
public sealed class MpaActionCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public MpaActionCompleter()
        : base(
            new CompletionValue(MpaOperation.ImportRootPublicKeyCertificate, "Import of a root certificate"))
    {
    }
}
