namespace PaymentCrypto.Api.Tools;

/// <summary>What a clear key is expected to be.</summary>
/// <param name="What">What the key is to the user, for errors, for example <c>key block protection key</c>.</param>
public sealed record KeyForm(string What)
{
    /// <summary>
    /// The algorithm that the key has to have: one of <see cref="SymmetricKeyAlgorithm"/>, or <c>TDES</c>, <c>AES</c>, <c>DES</c>,
    /// <c>HMAC</c> for any length of it. Null when nothing is asked.
    /// </summary>
    public string? Algorithm { get; init; }

    /// <summary>The algorithm to assume where the length leaves a choice (16 or 24 bytes); null to refuse such a key.</summary>
    public string? Assumed { get; init; }
}
