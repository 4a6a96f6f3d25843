using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Ciphers;
using PaymentCrypto.Cryptography.Dukpt;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.KeyRing;

namespace PaymentCrypto.Local.Operations.Data;

/// <summary>Opens the cipher of a request's symmetric, DUKPT or EMV attributes.</summary>
internal sealed class DataCiphers(DataKeys keys, DynamicKeys dynamicKeys)
{
    private const int LongBlock = 16;

    /// <summary>A data key of the store, or one that comes with the call.</summary>
    public DataCipher Symmetric(
        OperationContext context, string member, string identifier, string wrappedMember, DynamicKey? wrapped, SymmetricEncryptionAttributes attributes,
        KeyRule rule)
    {
        WorkingKey key = wrapped is null
            ? new WorkingKey(keys.Lend(context, member, identifier, rule))
            : dynamicKeys.Open(context, member, identifier, wrappedMember, wrapped, rule);
        return Ready(context, key, attributes.Mode!, attributes.InitializationVector);
    }

    /// <summary>The data key of one transaction.</summary>
    public DataCipher Dukpt(OperationContext context, string member, string identifier, string wrappedMember, DynamicKey? wrapped,
        DukptEncryptionAttributes attributes)
    {
        RefuseWrapped(wrappedMember, wrapped, "DUKPT");
        OpenedKey baseKey = keys.Lend(context, member, identifier, KeyRules.DataDukpt);
        string variant = attributes.DukptKeyVariant ?? DukptKeyVariant.Request;
        if (baseKey.IsTdes && variant == DukptKeyVariant.Bidirectional)
        {
            string arn = baseKey.Arn;
            baseKey.Dispose();
            throw new ValidationException(
                $"DukptKeyVariant {variant} does not go with {arn}, a TDES key: use {DukptKeyVariant.Request} or {DukptKeyVariant.Response}.");
        }

        (TdesDukptUsage tdes, AesDukptUsage aes) = variant switch
        {
            DukptKeyVariant.Request => (TdesDukptUsage.DataRequest, AesDukptUsage.DataEncrypt),
            DukptKeyVariant.Response => (TdesDukptUsage.DataResponse, AesDukptUsage.DataDecrypt),
            _ => (default, AesDukptUsage.DataBoth),
        };
        string dukpt = member == "KeyIdentifier" ? "Dukpt" : $"{member.Replace("KeyIdentifier", "EncryptionAttributes", StringComparison.Ordinal)}.Dukpt";
        WorkingKey key = DukptKeys.Derive(
            baseKey, dukpt, attributes.KeySerialNumber!, attributes.DukptKeyDerivationType, tdes, aes, context.Steps);
        return Ready(context, key, attributes.Mode ?? DukptEncryptionMode.Cbc, attributes.InitializationVector);
    }

    /// <summary>The session key of a card for confidentiality.</summary>
    public DataCipher Emv(OperationContext context, string member, string identifier, string wrappedMember, DynamicKey? wrapped,
        EmvEncryptionAttributes attributes)
    {
        RefuseWrapped(wrappedMember, wrapped, "EMV");
        OpenedKey master = keys.Lend(context, member, identifier, KeyRules.DataEmv);
        WorkingKey key;
        try
        {
            using SecretBuffer card = CardKeys.Derive(
                master, attributes.MajorKeyDerivationMode!, attributes.PrimaryAccountNumber!, attributes.PanSequenceNumber!, context.Steps);
            using SecretBuffer session = EmvSessionKey.Common(card.Span, Convert.FromHexString(attributes.SessionDerivationData!), context.Steps);
            key = new WorkingKey(master, BlockCipherAlgorithm.Tdes, session.Span);
        }
        catch
        {
            master.Dispose();
            throw;
        }

        return Ready(context, key, attributes.Mode ?? EmvEncryptionMode.Cbc, attributes.InitializationVector);
    }

    private static void RefuseWrapped(string member, DynamicKey? wrapped, string kind)
    {
        if (wrapped is not null)
        {
            throw new ValidationException($"{member} and the {kind} attributes exclude each other: a key that comes with the call is used as it is.");
        }
    }

    private static DataCipher Ready(OperationContext context, WorkingKey key, string mode, string? initializationVector)
    {
        try
        {
            int block = key.Cipher.BlockSize;
            byte[] vector = initializationVector is null ? new byte[block] : Convert.FromHexString(initializationVector);
            if (vector.Length != block)
            {
                throw new ValidationException($"InitializationVector has {2 * vector.Length} hex digits, but the key's cipher needs {2 * block}.");
            }

            if (mode == EncryptionMode.Cfb128 && block != LongBlock)
            {
                throw new ValidationException($"Mode {mode} needs an AES key, and {key.Arn} gives a TDES key: use {EncryptionMode.Cfb64} or another.");
            }

            return new DataCipher(key, ModeOf(mode), vector, context.Steps);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    private static BlockCipherMode ModeOf(string mode) => mode switch
    {
        EncryptionMode.Ecb => BlockCipherMode.Ecb,
        EncryptionMode.Cbc => BlockCipherMode.Cbc,
        EncryptionMode.Cfb => BlockCipherMode.Cfb,
        EncryptionMode.Cfb1 => BlockCipherMode.Cfb1,
        EncryptionMode.Cfb8 => BlockCipherMode.Cfb8,
        EncryptionMode.Cfb64 => BlockCipherMode.Cfb64,
        EncryptionMode.Cfb128 => BlockCipherMode.Cfb128,
        _ => BlockCipherMode.Ofb,
    };
}
