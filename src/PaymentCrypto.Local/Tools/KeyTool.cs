using System.Security;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.KeyBlocks.Components;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Tools;

/// <summary>Clear keys: taking them in, check values, parity, components.</summary>
internal sealed class KeyTool : IKeyTool
{
    public KeyMaterial Read(SecureString hex, KeyForm form)
    {
        using var text = ClearText.Of(hex);
        return Parse(text, form);
    }

    public KeyMaterial Read(ReadOnlySpan<byte> content, KeyForm form)
    {
        using var text = ClearText.Of(content);
        return ClearKeyText.IsText(text.Characters)
            ? Parse(text, form, isContent: true)
            : new KeyMaterial(KeyAlgorithms.Resolve(form, content.Length), content);
    }

    public KeyMaterial ReadFile(string path, KeyForm form)
    {
        byte[] content = ClearText.ReadFile(path, form.What);
        try
        {
            return Read(content, form);
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(content);
        }
    }

    public void Require(KeyMaterial key, KeyForm form)
    {
        if (form.Algorithm is { } wanted && !KeyAlgorithms.Fits(key.Algorithm, wanted))
        {
            throw new KeyInputException(KeyInputFailure.AlgorithmMismatch, $"The {form.What} is a key of algorithm {key.Algorithm}; {wanted} was asked for.");
        }
    }

    public KeyMaterial Generate(string algorithm)
    {
        KeyForm form = new("new key") { Algorithm = algorithm };
        string upper = algorithm.ToUpperInvariant();
        int length = upper switch
        {
            KeyAlgorithm.Tdes2Key or KeyAlgorithm.Aes128 => 16,
            KeyAlgorithm.Tdes3Key or KeyAlgorithm.Aes192 => 24,
            KeyAlgorithm.Aes256 => 32,
            KeyAlgorithm.HmacSha224 => 28,
            KeyAlgorithm.HmacSha256 => 32,
            KeyAlgorithm.HmacSha384 => 48,
            KeyAlgorithm.HmacSha512 => 64,
            _ => throw new KeyInputException(
                KeyInputFailure.AlgorithmUnknown, $"A new key is one of {string.Join(", ", SymmetricKeyAlgorithm.All)}, not '{algorithm}'."),
        };
        string resolved = KeyAlgorithms.Resolve(form, length);
        if (KeyAlgorithms.Family(resolved) == BlockCipherAlgorithm.Tdes)
        {
            using SecretBuffer tdes = KeyGenerator.GenerateTdes(length);
            return new KeyMaterial(resolved, tdes.Span);
        }

        using SecretBuffer random = new(length);
        System.Security.Cryptography.RandomNumberGenerator.Fill(random.Span);
        return new KeyMaterial(resolved, random.Span);
    }

    public CheckValue ComputeCheckValue(KeyMaterial key, string? algorithm = null, int? length = null) => ToolRefusal.Map(() =>
    {
        string method = algorithm?.ToUpperInvariant() ?? UsualMethod(key.Algorithm) ?? throw new KeyInputException(
            KeyInputFailure.AlgorithmUnknown, $"A key of algorithm {key.Algorithm} has no usual check value: say how it is to be computed.");
        int bytes = length ?? KeyCheckValue.StandardLength;
        using SecretBuffer copy = key.Copy();
        return new CheckValue(
            method switch
            {
                KeyCheckValueAlgorithm.AnsiX924 => KeyCheckValue.AnsiX924(Cipher(key, method), copy.Span, bytes),
                KeyCheckValueAlgorithm.Cmac => KeyCheckValue.Cmac(Cipher(key, method), copy.Span, bytes),
                KeyCheckValueAlgorithm.Hmac => KeyCheckValue.Hmac(Hash(key), copy.Span, bytes),
                KeyCheckValueAlgorithm.Sha1 => throw new KeyInputException(
                    KeyInputFailure.AlgorithmMismatch, "SHA_1 is the check value of public keys: give a certificate."),
                _ => throw new KeyInputException(
                    KeyInputFailure.AlgorithmUnknown, $"A check value is computed by one of {string.Join(", ", KeyCheckValueAlgorithm.All)}, not "
                        + $"'{algorithm}'."),
            },
            method);
    });

    public CheckValue ComputeCheckValue(X509Certificate2 certificate) =>
        new(KeyCheckValue.Sha1(certificate.PublicKey.ExportSubjectPublicKeyInfo()), KeyCheckValueAlgorithm.Sha1);

    public CheckValue? UsualCheckValue(KeyMaterial key) => UsualMethod(key.Algorithm) is null ? null : ComputeCheckValue(key);

    public void VerifyCheckValue(KeyMaterial key, string expected, string what)
    {
        string digits = expected.Replace(" ", string.Empty, StringComparison.Ordinal);
        if (digits.Length is < 4 or > 16 || !digits.All(char.IsAsciiHexDigit))
        {
            throw ToolRefusal.Of(new CryptographyException(
                CryptographyError.InvalidArgument, $"A check value is 4 to 16 hex digits; for {what}, {digits.Length} characters were given. Put it in "
                    + "quotes: PowerShell takes bare digits for a number."));
        }

        CheckValue actual = ComputeCheckValue(key, null, (digits.Length + 1) / 2);
        if (!actual.Value.StartsWith(digits, StringComparison.OrdinalIgnoreCase))
        {
            throw new KeyInputException(
                KeyInputFailure.CheckValueMismatch,
                $"The {what} has check value {actual.Value} ({actual.Algorithm}); {digits.ToUpperInvariant()} was expected. A digit is probably wrong, or "
                    + $"the algorithm is not {key.Algorithm}.");
        }
    }

    public bool? HasOddParity(KeyMaterial key)
    {
        if (KeyAlgorithms.Family(key.Algorithm) != BlockCipherAlgorithm.Tdes)
        {
            return null;
        }

        using SecretBuffer copy = key.Copy();
        return KeyParity.IsOdd(copy.Span);
    }

    public KeyMaterial WithOddParity(KeyMaterial key)
    {
        if (HasOddParity(key) is null)
        {
            throw new KeyInputException(KeyInputFailure.AlgorithmMismatch,
                $"Only DES and TDES keys have parity, but this is a key of algorithm {key.Algorithm}.");
        }

        using SecretBuffer copy = key.Copy();
        KeyParity.AdjustToOdd(copy.Span);
        return new KeyMaterial(key.Algorithm, copy.Span);
    }

    public IReadOnlyList<KeyMaterial> Split(KeyMaterial key, int count) => ToolRefusal.Map(() =>
    {
        using SecretBuffer copy = key.Copy();
        IReadOnlyList<KeyComponent> components = KeyComponents.Split(Cipher(key, "components"), copy.Span, count);
        try
        {
            return components.Select(component => new KeyMaterial(key.Algorithm, component.Value)).ToArray();
        }
        finally
        {
            foreach (KeyComponent component in components)
            {
                component.Dispose();
            }
        }
    });

    public KeyMaterial Join(IReadOnlyList<KeyMaterial> components) => ToolRefusal.Map(() =>
    {
        List<KeyComponent> taken = [];
        try
        {
            foreach (KeyMaterial component in components)
            {
                using SecretBuffer copy = component.Copy();
                taken.Add(KeyComponent.Create(Cipher(component, "components"), copy.Span));
            }

            using SecretBuffer key = KeyComponents.Join(taken);
            return new KeyMaterial(components[0].Algorithm, key.Span);
        }
        finally
        {
            taken.ForEach(component => component.Dispose());
        }
    });

    private static KeyMaterial Parse(ClearText text, KeyForm form, bool isContent = false)
    {
        using ClearText digits = text.Where(static character => !char.IsWhiteSpace(character) && character != ':');
        if (digits.Characters.IsEmpty)
        {
            throw new KeyInputException(KeyInputFailure.Missing, $"The {form.What} is empty: hex digits are needed.");
        }

        ClearKeyText.RequireHex(digits.Characters, form.What, isContent);

        try
        {
            using SecretBuffer key = HexText.ParseSecret(digits.Characters, form.What);
            return new KeyMaterial(KeyAlgorithms.Resolve(form, key.Length), key.Span);
        }
        catch (CryptographyException error)
        {
            throw ToolRefusal.Of(error);
        }
    }

    private static string? UsualMethod(string algorithm) => KeyAlgorithms.Family(algorithm) switch
    {
        BlockCipherAlgorithm.Tdes => KeyCheckValueAlgorithm.AnsiX924,
        BlockCipherAlgorithm.Aes => KeyCheckValueAlgorithm.Cmac,
        _ => KeyAlgorithms.HashOf(algorithm) is null ? null : KeyCheckValueAlgorithm.Hmac,
    };

    private static BlockCipherAlgorithm Cipher(KeyMaterial key, string purpose) => KeyAlgorithms.Family(key.Algorithm) ?? throw new KeyInputException(
        KeyInputFailure.AlgorithmMismatch, $"{purpose} is for TDES and AES keys, but this is a key of algorithm {key.Algorithm}.");

    private static HmacHash Hash(KeyMaterial key) => KeyAlgorithms.HashOf(key.Algorithm) ?? throw new KeyInputException(
        KeyInputFailure.AlgorithmMismatch, "HMAC is for keys of which the hash is known, such as HMAC_SHA256, but this is a key of algorithm "
            + $"{key.Algorithm}.");
}
