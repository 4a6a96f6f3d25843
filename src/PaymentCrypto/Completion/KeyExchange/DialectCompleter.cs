namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers the layouts of TR-34 tokens.</summary>
public sealed class DialectCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public DialectCompleter()
        : base(
            new CompletionValue("Aws", "AWS Payment Cryptography and its samples"),
            new CompletionValue("StrictCms", "CMS to the letter, as OpenSSL reads it"),
            new CompletionValue("AnnexB", "The samples of X9 TR-34:2012 as printed"),
            new CompletionValue("AnnexBRepaired", "The samples of X9 TR-34:2012 with the ciphertext where CMS has it"),
            new CompletionValue("Futurex", "Futurex and VirtuCrypt"))
    {
    }
}
