namespace PaymentCrypto.Cryptography.KeyBlocks.Asn1;

/// <summary>Object identifiers of PKCS#1, PKCS#7/CMS, PKCS#9, X.509 and the NIST and SEC registries, in dotted form.</summary>
internal static class Oids
{
    public const string Data = "1.2.840.113549.1.7.1";
    public const string SignedData = "1.2.840.113549.1.7.2";
    public const string EnvelopedData = "1.2.840.113549.1.7.3";

    public const string ContentType = "1.2.840.113549.1.9.3";
    public const string MessageDigest = "1.2.840.113549.1.9.4";
    public const string SigningTime = "1.2.840.113549.1.9.5";
    public const string RandomNonce = "1.2.840.113549.1.9.25.3";

    public const string RsaEncryption = "1.2.840.113549.1.1.1";
    public const string RsaesOaep = "1.2.840.113549.1.1.7";
    public const string Mgf1 = "1.2.840.113549.1.1.8";
    public const string PSpecified = "1.2.840.113549.1.1.9";
    public const string RsassaPss = "1.2.840.113549.1.1.10";
    public const string Sha256WithRsa = "1.2.840.113549.1.1.11";
    public const string Sha384WithRsa = "1.2.840.113549.1.1.12";
    public const string Sha512WithRsa = "1.2.840.113549.1.1.13";
    public const string Sha224WithRsa = "1.2.840.113549.1.1.14";

    public const string EcPublicKey = "1.2.840.10045.2.1";
    public const string EcdsaWithSha224 = "1.2.840.10045.4.3.1";
    public const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";
    public const string EcdsaWithSha384 = "1.2.840.10045.4.3.3";
    public const string EcdsaWithSha512 = "1.2.840.10045.4.3.4";
    public const string NistP256 = "1.2.840.10045.3.1.7";
    public const string NistP384 = "1.3.132.0.34";
    public const string NistP521 = "1.3.132.0.35";

    public const string Sha1 = "1.3.14.3.2.26";
    public const string Sha224 = "2.16.840.1.101.3.4.2.4";
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    public const string Sha384 = "2.16.840.1.101.3.4.2.2";
    public const string Sha512 = "2.16.840.1.101.3.4.2.3";

    public const string TripleDesCbc = "1.2.840.113549.3.7";
    public const string Aes128Cbc = "2.16.840.1.101.3.4.1.2";
    public const string Aes192Cbc = "2.16.840.1.101.3.4.1.22";
    public const string Aes256Cbc = "2.16.840.1.101.3.4.1.42";

    public const string BasicConstraints = "2.5.29.19";

    /// <summary>The usual short name of an identifier, for messages; the identifier itself when it has none here.</summary>
    public static string NameOf(string oid) => oid switch
    {
        Data => "data",
        SignedData => "signedData",
        EnvelopedData => "envelopedData",
        RsaEncryption => "rsaEncryption",
        RsaesOaep => "RSAES-OAEP",
        Mgf1 => "MGF1",
        PSpecified => "pSpecified",
        RsassaPss => "RSASSA-PSS",
        Sha256WithRsa => "sha256WithRSAEncryption",
        Sha384WithRsa => "sha384WithRSAEncryption",
        Sha512WithRsa => "sha512WithRSAEncryption",
        Sha224WithRsa => "sha224WithRSAEncryption",
        "1.2.840.113549.1.1.5" => "sha1WithRSAEncryption",
        "1.2.840.113549.1.1.4" => "md5WithRSAEncryption",
        EcPublicKey => "ecPublicKey",
        EcdsaWithSha256 => "ecdsa-with-SHA256",
        EcdsaWithSha384 => "ecdsa-with-SHA384",
        EcdsaWithSha512 => "ecdsa-with-SHA512",
        "1.2.840.10045.4.1" => "ecdsa-with-SHA1",
        NistP256 => "P-256",
        NistP384 => "P-384",
        NistP521 => "P-521",
        Sha1 => "SHA-1",
        Sha224 => "SHA-224",
        Sha256 => "SHA-256",
        Sha384 => "SHA-384",
        Sha512 => "SHA-512",
        TripleDesCbc => "DES-EDE3-CBC",
        Aes128Cbc => "AES-128-CBC",
        Aes192Cbc => "AES-192-CBC",
        Aes256Cbc => "AES-256-CBC",
        _ => oid,
    };
}
