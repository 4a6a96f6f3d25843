using System.Security.Cryptography;
using System.Text.RegularExpressions;
using PaymentCrypto.Api;
using PaymentCrypto.Hosting.Seeds.Texts;

namespace PaymentCrypto.Hosting.Seeds;

/// <summary>Reads one key of a seed: what New-PcKey takes, and what makes it the same at every start.</summary>
internal static partial class SeedKeyReader
{
    // The names under which a plan has what the engine calls otherwise.
    private const string PrivateKey = nameof(PrivateKey);
    private const string Usage = nameof(Usage);

    /// <summary>Reads it.</summary>
    /// <param name="table">Its fields.</param>
    /// <param name="position">Its place in the seed, from 1.</param>
    /// <param name="source">What the seed is called in errors.</param>
    public static PlannedKey Read(SeedTable table, int position, string source)
    {
        SeedFields fields = new(table, source);
        string? alias = Alias(fields, fields.Text("Alias", "AliasName"), "Alias");
        string? certificate = fields.Text("Certificate");
        string? keyId = fields.Text("KeyId");
        string usage = fields.Usage(KeyUsage.All, Usage, "KeyUsage")
            ?? (certificate is null ? throw fields.Error(Usage, "it is missing.") : KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature);
        string algorithm = Algorithm(fields, certificate);
        string keyClass = ClassOf(algorithm, certificate);
        if (fields.OneOf(KeyClass.All, "Class", "KeyClass") is { } given && given != keyClass)
        {
            throw fields.Error("Class", $"a key of {algorithm}{(certificate is null ? string.Empty : " in a certificate")} is {keyClass}.");
        }

        if (keyId is not null && !KeyIdPattern().IsMatch(keyId))
        {
            throw fields.Error("KeyId", "an id has 16 to 64 letters and digits.");
        }

        string[]? modes = fields.Texts("ModesOfUse", "KeyModesOfUse", "ModeOfUse");
        SeedKey key = new()
        {
            Name = alias ?? keyId ?? FormattableString.Invariant($"key {position}"),
            KeyId = keyId,
            KeyAttributes = new KeyAttributes
            {
                KeyUsage = usage,
                KeyAlgorithm = algorithm,
                KeyClass = keyClass,
                KeyModesOfUse = modes is null
                    ? SeedModes.Usual(usage, isPublic: certificate is not null)
                    : SeedModes.Parse(modes) ?? throw fields.Error("ModesOfUse", $"they are of {SeedModes.Known}."),
            },
            Exportable = fields.Flag("Exportable"),
            Enabled = !fields.Flag("Disabled"),
            Alias = alias,
            Tags = [.. fields.Table("Tag", "Tags").Select(static tag => new Tag { Key = tag.Name, Value = tag.Value })],
            KeyCheckValueAlgorithm = fields.OneOf(KeyCheckValueAlgorithm.All, "KeyCheckValueAlgorithm"),
            KeyCheckValue = fields.Text("KeyCheckValue"),
            DeriveKeyUsage = fields.Usage(DeriveKeyUsage.All, "DeriveKeyUsage"),
            Material = Material(fields, keyClass, algorithm),
            Certificate = certificate,
            CertificateAuthority = Alias(fields, fields.Text("CertificateAuthority"), "CertificateAuthority"),
        };
        if (certificate is null && key.CertificateAuthority is not null)
        {
            throw fields.Error("CertificateAuthority", "it goes with Certificate.");
        }

        fields.RefuseOthers();
        return new PlannedKey(key, fields);
    }

    private static string Algorithm(SeedFields fields, string? certificate)
    {
        string? given = fields.OneOf(KeyAlgorithm.All, "Algorithm", "KeyAlgorithm");
        if (certificate is null)
        {
            return given ?? throw fields.Error("Algorithm", "it is missing.");
        }

        string actual = SeedCertificates.AlgorithmOf(certificate)
            ?? throw fields.Error("Certificate", "it is not the PEM of one certificate with an RSA or elliptic curve key that the service has.");
        return given is null || given == actual ? actual : throw fields.Error("Algorithm", $"the certificate's key is {actual}.");
    }

    private static string ClassOf(string algorithm, string? certificate) => certificate is not null ? KeyClass.PublicKey
        : IsAsymmetric(algorithm) ? KeyClass.AsymmetricKeyPair
        : KeyClass.SymmetricKey;

    private static bool IsAsymmetric(string algorithm) =>
        algorithm.StartsWith("RSA", StringComparison.Ordinal) || algorithm.StartsWith("ECC", StringComparison.Ordinal);

    private static string? Alias(SeedFields fields, string? text, string name)
    {
        // As Set-PcKeyAlias has it: the prefix goes without saying.
        string? alias = text is null || text.StartsWith("alias/", StringComparison.Ordinal) ? text : "alias/" + text;
        return alias is null || (AliasPattern().IsMatch(alias) && alias.Length <= 256)
            ? alias
            : throw fields.Error(name, "an alias is alias/ and then letters, digits, / _ and -, 256 characters at most.");
    }

    private static ReadOnlyMemory<byte>? Material(SeedFields fields, string keyClass, string algorithm)
    {
        string? hex = fields.Text("Material");
        string? pem = fields.Text(PrivateKey);
        if (hex is not null && (keyClass != KeyClass.SymmetricKey || pem is not null))
        {
            throw fields.Error("Material", $"it is for symmetric keys; a key pair has {PrivateKey}, and a certificate neither.");
        }

        if (pem is not null && keyClass != KeyClass.AsymmetricKeyPair)
        {
            throw fields.Error(PrivateKey, "it is for key pairs; a symmetric key has Material.");
        }

        try
        {
            byte[]? bytes = hex is not null ? Convert.FromHexString(hex) : pem is not null ? SeedPrivateKey.Pkcs8(pem, algorithm) : null;

            // A null array would become an empty memory.
            return bytes is null ? default(ReadOnlyMemory<byte>?) : bytes;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or CryptographicException)
        {
            throw hex is not null
                ? fields.Error("Material", "it is the key in hex, two digits for each byte.", e)
                : fields.Error(PrivateKey, $"it is the PEM of a private key for {algorithm}, without a passphrase.", e);
        }
    }

    // The service model's patterns.
    [GeneratedRegex(@"\A[0-9a-zA-Z]{16,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyIdPattern();

    [GeneratedRegex(@"\Aalias/[a-zA-Z0-9/_-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex AliasPattern();
}
