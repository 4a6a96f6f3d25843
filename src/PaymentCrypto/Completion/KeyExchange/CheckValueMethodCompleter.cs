using PaymentCrypto.Api;

namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers the ways to compute the check value of a clear key.</summary>
public sealed class CheckValueMethodCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public CheckValueMethodCompleter()
        : base(
            new CompletionValue(KeyCheckValueAlgorithm.AnsiX924, "A block of zeros encrypted: usual for TDES"),
            new CompletionValue(KeyCheckValueAlgorithm.Cmac, "CMAC of a block of zeros: usual for AES"),
            new CompletionValue(KeyCheckValueAlgorithm.Hmac, "HMAC of nothing: usual for HMAC keys"))
    {
    }
}
