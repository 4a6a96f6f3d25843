using PaymentCrypto.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Fuzzing.Targets;

/// <summary>TR-34 key tokens of every dialect: parsed, shown, their signature verified, and opened as their receiver would.</summary>
internal sealed class Tr34KeyTokenTarget : FuzzTarget
{
    private readonly Tr34OpenOptions _receiver = new()
    {
        RecipientPrivateKey = Fuzzing.Seeds.PrivateKey("krd"),
        RecipientCertificate = Fuzzing.Seeds.Certificate("krd"),
        SignerCertificate = Fuzzing.Seeds.Certificate("kdh"),
        SignerIssuerCertificate = Fuzzing.Seeds.Certificate("kdh_ca"),
        ValidAt = Fuzzing.Seeds.Now,
    };

    /// <inheritdoc/>
    public override string Name => "tr34";

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> Seeds => Fuzzing.Seeds.KeyTokens;

    /// <inheritdoc/>
    protected override void Read(byte[] input)
    {
        var token = Tr34KeyBlock.Parse(input);
        _ = token.ToString();
        _ = token.OaepParameters?.ToString();
        Also(() => token.VerifySignature(_receiver.SignerCertificate));
        Also(() => token.Open(_receiver).Dispose());
    }
}
