using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Macs;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;

namespace PaymentCrypto.Local.Operations.Macs;

/// <summary>Computes the MAC that GenerateMac answers and VerifyMac compares.</summary>
internal sealed class MacComputation(DataKeys keys)
{
    private const string Member = "KeyIdentifier";

    // Of what is not CMAC or HMAC the service answers four bytes, unless it is an EMV script's (DATA_PLANE 3).
    private const int ShortLength = 4;

    /// <summary>Computes a MAC.</summary>
    /// <param name="context">The caller.</param>
    /// <param name="identifier">The key.</param>
    /// <param name="attributes">The algorithm.</param>
    /// <param name="messageData">The message, hex.</param>
    /// <param name="verifying">Whether the key has to be one that verifies, instead of one that generates.</param>
    /// <exception cref="ValidationException">The key, the message or the attributes do not go with the algorithm.</exception>
    public ComputedMac Compute(OperationContext context, string identifier, MacAttributes attributes, string messageData, bool verifying)
    {
        byte[] message = Convert.FromHexString(messageData);
        return attributes switch
        {
            { EmvMac: { } emv } => Emv(context, identifier, emv, message),
            { DukptIso9797Algorithm1: { } dukpt } => DukptIso9797(context, identifier, dukpt, message, Iso9797Mac.Algorithm1),
            { DukptIso9797Algorithm3: { } dukpt } => DukptIso9797(context, identifier, dukpt, message, Iso9797Mac.Algorithm3),
            { DukptCmac: { } dukpt } => DukptCmac(context, identifier, dukpt, message),
            _ => Static(context, identifier, attributes.Algorithm!, message, verifying),
        };
    }

    private delegate void Iso9797(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, Iso9797Padding padding, Span<byte> mac, CalculationSteps? steps = null);

    private ComputedMac Static(OperationContext context, string identifier, string algorithm, byte[] message, bool verifying)
    {
        KeyRule rule = (algorithm, verifying) switch
        {
            (MacAlgorithm.Iso9797Algorithm1, false) => KeyRules.MacAlgorithm1Generate,
            (MacAlgorithm.Iso9797Algorithm1, true) => KeyRules.MacAlgorithm1Verify,
            (MacAlgorithm.Iso9797Algorithm3, false) => KeyRules.MacAlgorithm3Generate,
            (MacAlgorithm.Iso9797Algorithm3, true) => KeyRules.MacAlgorithm3Verify,
            (MacAlgorithm.Cmac, false) => KeyRules.CmacGenerate,
            (MacAlgorithm.Cmac, true) => KeyRules.CmacVerify,
            (MacAlgorithm.As2805Part41, false) => KeyRules.As2805MacGenerate,
            (MacAlgorithm.As2805Part41, true) => KeyRules.As2805MacVerify,
            (_, false) => KeyRules.HmacGenerate,
            (_, true) => KeyRules.HmacVerify,
        };
        using OpenedKey key = keys.Lend(context, Member, identifier, rule);
        switch (algorithm)
        {
            case MacAlgorithm.Iso9797Algorithm1:
                return Block(key, ShortLength, mac => Iso9797Mac.Algorithm1(key.Material, message, Iso9797Padding.Method1, mac, context.Steps));
            case MacAlgorithm.Iso9797Algorithm3:
                return Block(key, ShortLength, mac => Iso9797Mac.Algorithm3(key.Material, message, Iso9797Padding.Method1, mac, context.Steps));
            case MacAlgorithm.As2805Part41:
                byte[] four = new byte[As2805Mac.Length];
                As2805Mac.Compute(key.Material, message, four, context.Steps);
                return new ComputedMac(key.Arn, key.CheckValue, four, four.Length, IsTdes: true);
            case MacAlgorithm.Cmac:
                return Cmac(key.Arn, key.CheckValue, key.Cipher, message, context.Steps);
            default:
                byte[] whole = HashMac.Compute(HashOf(algorithm, key), key.Material, message, context.Steps);
                return new ComputedMac(key.Arn, key.CheckValue, whole, whole.Length, IsTdes: false);
        }
    }

    private ComputedMac DukptIso9797(OperationContext context, string identifier, MacAlgorithmDukpt dukpt, byte[] message, Iso9797 algorithm)
    {
        // The service pads for static keys and not here (seen live).
        if (message.Length % Iso9797Mac.MaxLength != 0)
        {
            throw new ValidationException($"MessageData has {message.Length} bytes: a DUKPT MAC by ISO 9797-1 needs a multiple of 8. Pad the message first.");
        }

        using OpenedKey baseKey = keys.Lend(context, Member, identifier, KeyRules.MacDukpt);
        using SecretBuffer key = DukptMacKeys.DeriveTdes(baseKey, dukpt, context.Steps);
        return Block(baseKey, ShortLength, mac => algorithm(key.Span, message, Iso9797Padding.None, mac, context.Steps));
    }

    private ComputedMac DukptCmac(OperationContext context, string identifier, MacAlgorithmDukpt dukpt, byte[] message)
    {
        const int Least = 8;
        if (message.Length < Least)
        {
            throw new ValidationException($"MessageData has {message.Length} bytes: a DUKPT CMAC needs at least {Least}.");
        }

        using WorkingKey key = DukptMacKeys.Derive(keys.Lend(context, Member, identifier, KeyRules.CmacDukpt), dukpt, context.Steps);
        return Cmac(key.Arn, key.CheckValue, key.Cipher, message, context.Steps);
    }

    private ComputedMac Emv(OperationContext context, string identifier, MacAlgorithmEmv emv, byte[] message)
    {
        using OpenedKey master = keys.Lend(context, Member, identifier, KeyRules.EmvMac);
        using SecretBuffer session = EmvMacKeys.Derive(master, emv, context.Steps);

        // The service pads the command itself, unlike an application cryptogram's data (DATA_PLANE 3).
        return Block(master, Iso9797Mac.MaxLength, mac => Iso9797Mac.Algorithm3(session.Span, message, Iso9797Padding.Method2, mac, context.Steps));
    }

    private static ComputedMac Block(OpenedKey key, int defaultLength, Action<byte[]> compute)
    {
        byte[] whole = new byte[Iso9797Mac.MaxLength];
        compute(whole);
        return new ComputedMac(key.Arn, key.CheckValue, whole, defaultLength, IsTdes: true);
    }

    private static ComputedMac Cmac(string arn, string checkValue, BlockCipher cipher, byte[] message, CalculationSteps? steps)
    {
        byte[] whole = new byte[cipher.BlockSize];
        CipherMac.Compute(cipher, message, whole, steps);
        return new ComputedMac(arn, checkValue, whole, whole.Length, cipher.Algorithm == BlockCipherAlgorithm.Tdes);
    }

    // A key of an HMAC algorithm has its hash; older keys for HMAC are TDES or AES keys, and the request names the hash.
    private static HmacHash HashOf(string algorithm, OpenedKey key)
    {
        string own = key.Attributes.KeyAlgorithm!;
        bool hasHash = !key.IsTdes && !key.IsAes;
        if (algorithm == MacAlgorithm.Hmac)
        {
            return CheckValues.HashOf(own);
        }

        if (hasHash && own != algorithm)
        {
            throw new ValidationException($"Algorithm {algorithm} does not go with {key.Arn}, which is a {own} key: use {own} or {MacAlgorithm.Hmac}.");
        }

        return CheckValues.HashOf(algorithm);
    }
}
