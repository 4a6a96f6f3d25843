using PaymentCrypto.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Fuzzing.Targets;

/// <summary>TR-34 credential tokens and random number tokens.</summary>
internal sealed class Tr34CredentialTokenTarget : FuzzTarget
{
    /// <inheritdoc/>
    public override string Name => "tr34-credential";

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> Seeds { get; } = [.. Fuzzing.Seeds.CredentialTokens, Tr34RandomToken.Create([1, 2, 3, 4, 5, 6, 7, 8])];

    /// <inheritdoc/>
    protected override void Read(byte[] input)
    {
        Also(() => Tr34RandomToken.Parse(input));
        _ = Tr34CredentialToken.Parse(input).ToString();
    }
}
