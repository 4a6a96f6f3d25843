using PaymentCrypto.Api;

namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers the paddings of key cryptograms.</summary>
public sealed class WrappingSpecCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public WrappingSpecCompleter()
        : base(
            new CompletionValue(WrappingKeySpec.RsaOaepSha256, "RSA-OAEP with SHA-256"),
            new CompletionValue(WrappingKeySpec.RsaOaepSha512, "RSA-OAEP with SHA-512"))
    {
    }
}
