using PaymentCrypto.Api;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Ciphers;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.KeyRing;

namespace PaymentCrypto.Local.Operations.Emv;

/// <summary>Makes the encrypted PIN block and the MAC of an issuer script that changes the offline PIN of a card (EMV 4.3 book 2, 9).</summary>
internal sealed class GenerateMacEmvPinChangeOperation(DataRates rates, DataKeys keys)
    : DataOperation<GenerateMacEmvPinChangeRequest, GenerateMacEmvPinChangeResponse>(rates)
{
    /// <inheritdoc/>
    protected override GenerateMacEmvPinChangeResponse Answer(GenerateMacEmvPinChangeRequest request, OperationContext context)
    {
        var terms = ScriptTerms.Of(request.DerivationMethodAttributes!);
        CurrentPinAttributes? current = terms.CurrentPin;
        using OpenedKey newPek = keys.Lend(context, nameof(request.NewPinPekIdentifier), request.NewPinPekIdentifier!, KeyRules.ScriptPin);
        using OpenedKey integrity = keys.Lend(
            context, nameof(request.SecureMessagingIntegrityKeyIdentifier), request.SecureMessagingIntegrityKeyIdentifier!, KeyRules.ScriptIntegrity);
        using OpenedKey confidentiality = keys.Lend(
            context, nameof(request.SecureMessagingConfidentialityKeyIdentifier), request.SecureMessagingConfidentialityKeyIdentifier!,
            KeyRules.ScriptConfidentiality);
        using OpenedKey? authorization = terms.AuthorizationRequestKeyIdentifier is { } identifier
            ? keys.Lend(context, nameof(terms.AuthorizationRequestKeyIdentifier), identifier, KeyRules.AuthRequestCryptogram)
            : null;
        using OpenedKey? currentPek = current is null
            ? null
            : keys.Lend(context, nameof(current.CurrentPinPekIdentifier), current.CurrentPinPekIdentifier!, KeyRules.ScriptPin);

        using SecretBuffer block = new(PinBlock.Length);
        Form(request, terms, newPek, authorization, currentPek, block.Span, context.Steps);
        byte[] encrypted = Encrypt(terms, confidentiality, block.Span, context.Steps);
        byte[] message = [.. Convert.FromHexString(request.MessageData!), .. encrypted];
        using SecretBuffer macKey = terms.ScriptKey(integrity, context.Steps);
        Span<byte> mac = stackalloc byte[EmvScript.MacLength];
        EmvScript.Mac(macKey.Span, message, mac, context.Steps);
        return new GenerateMacEmvPinChangeResponse
        {
            NewPinPekArn = newPek.Arn,
            NewPinPekKeyCheckValue = newPek.CheckValue,
            SecureMessagingIntegrityKeyArn = integrity.Arn,
            SecureMessagingIntegrityKeyCheckValue = integrity.CheckValue,
            SecureMessagingConfidentialityKeyArn = confidentiality.Arn,
            SecureMessagingConfidentialityKeyCheckValue = confidentiality.CheckValue,
            Mac = Convert.ToHexString(mac),
            EncryptedPinBlock = Convert.ToHexString(encrypted),
            VisaAmexDerivationOutputs = authorization is null ? null : new VisaAmexDerivationOutputs
            {
                AuthorizationRequestKeyArn = authorization.Arn,
                AuthorizationRequestKeyCheckValue = authorization.CheckValue,
                CurrentPinPekArn = currentPek?.Arn,
                CurrentPinPekKeyCheckValue = currentPek?.CheckValue,
            },
        };
    }

    private static void Form(
        GenerateMacEmvPinChangeRequest request,
        ScriptTerms terms,
        OpenedKey newPek,
        OpenedKey? authorization,
        OpenedKey? currentPek,
        Span<byte> block,
        CalculationSteps? steps)
    {
        Span<char> pin = stackalloc char[EncryptedPinBlocks.MaxPinLength];
        Span<char> currentPin = stackalloc char[EncryptedPinBlocks.MaxPinLength];
        try
        {
            int length = ReadPin(newPek, request.PinBlockFormat!, request.NewEncryptedPinBlock!, terms.Pan, pin, steps);
            if (authorization is null)
            {
                PinBlock.Encode(PinBlockFormat.Iso2, pin[..length], default, block, steps);
                return;
            }

            int currentLength = currentPek is null
                ? 0
                : ReadPin(currentPek, request.PinBlockFormat!, terms.CurrentPin!.CurrentEncryptedPinBlock!, terms.Pan, currentPin, steps);
            using SecretBuffer card = terms.CardKey(authorization, steps);
            EmvScript.VisaPinBlock(card.Span, pin[..length], currentPin[..currentLength], block, steps);
        }
        finally
        {
            pin.Clear();
            currentPin.Clear();
        }
    }

    private static int ReadPin(OpenedKey key, string format, string hex, string pan, Span<char> pin, CalculationSteps? steps)
    {
        PinBlockFormat iso = format switch
        {
            PinBlockFormatForEmvPinChange.IsoFormat0 => PinBlockFormat.Iso0,
            PinBlockFormatForEmvPinChange.IsoFormat1 => PinBlockFormat.Iso1,
            _ => PinBlockFormat.Iso3,
        };
        try
        {
            return EncipheredPinBlock.Decrypt(key.Cipher, iso, Convert.FromHexString(hex), pan, pin, steps);
        }
        catch (CryptographyException e) when (e.Error == CryptographyError.PinBlock)
        {
            throw EncryptedPinBlocks.Refused();
        }
    }

    private static byte[] Encrypt(ScriptTerms terms, OpenedKey confidentiality, ReadOnlySpan<byte> block, CalculationSteps? steps)
    {
        // Length and padding make two blocks of one; either alone, too, once filled with zeros.
        int start = terms.HasLength ? 1 : 0;
        int used = start + block.Length + (terms.IsPadded ? 1 : 0);
        byte[] encrypted = new byte[(used + PinBlock.Length - 1) / PinBlock.Length * PinBlock.Length];
        using SecretBuffer data = new(encrypted.Length);
        if (terms.HasLength)
        {
            data.Span[0] = (byte)block.Length;
        }

        block.CopyTo(data.Span[start..]);
        if (terms.IsPadded)
        {
            data.Span[start + block.Length] = 0x80;
        }

        using SecretBuffer key = terms.ScriptKey(confidentiality, steps);
        using var cipher = BlockCipher.CreateTdes(key.Span);
        Span<byte> iv = stackalloc byte[PinBlock.Length];
        iv.Clear();
        BlockCipherModes.Encrypt(cipher, terms.IsEcb ? BlockCipherMode.Ecb : BlockCipherMode.Cbc, iv, data.Span, encrypted, steps);
        return encrypted;
    }
}
