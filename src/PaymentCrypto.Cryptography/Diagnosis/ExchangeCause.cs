namespace PaymentCrypto.Cryptography.Diagnosis;

/// <summary>
/// Names of the checks that have no <see cref="CryptographyError"/> of their own: what people and senders do to key exchanges, and what the
/// service asks beyond the formats. Stable.
/// </summary>
public static class ExchangeCause
{
    /// <summary>Nothing was given.</summary>
    public const string FormEmpty = nameof(FormEmpty);

    /// <summary>More was given than any key exchange has.</summary>
    public const string FormTooLarge = nameof(FormTooLarge);

    /// <summary>It is nothing that carries a key.</summary>
    public const string FormUnknown = nameof(FormUnknown);

    /// <summary>It was turned into hex or base64 once more.</summary>
    public const string FormEncodedTwice = nameof(FormEncodedTwice);

    /// <summary>There are line breaks or blanks in it.</summary>
    public const string FormLineBreaks = nameof(FormLineBreaks);

    /// <summary>It is in lower case.</summary>
    public const string FormLetterCase = nameof(FormLetterCase);

    /// <summary>The scheme letter of a payShield stands before a TR-31 block.</summary>
    public const string FormSchemePrefix = nameof(FormSchemePrefix);

    /// <summary>It is a key block of a maker's own, for that maker's HSM alone.</summary>
    public const string FormForeignBlock = nameof(FormForeignBlock);

    /// <summary>Something is around it: a message of an HSM, JSON, quotes.</summary>
    public const string FormEnvelope = nameof(FormEnvelope);

    /// <summary>It is a key encrypted without a header, where a key block is needed.</summary>
    public const string FormBareCryptogram = nameof(FormBareCryptogram);

    /// <summary>It is several things.</summary>
    public const string FormSeveral = nameof(FormSeveral);

    /// <summary>It holds a private key.</summary>
    public const string FormPrivateKey = nameof(FormPrivateKey);

    /// <summary>It is a request for a certificate and no certificate.</summary>
    public const string FormSigningRequest = nameof(FormSigningRequest);

    /// <summary>It is a bag of certificates (PKCS #7 or #12).</summary>
    public const string FormBag = nameof(FormBag);

    /// <summary>Its end is missing.</summary>
    public const string FormCut = nameof(FormCut);

    /// <summary>Its characters are of another set than ASCII.</summary>
    public const string FormCharacterSet = nameof(FormCharacterSet);

    /// <summary>Another known key opens it than the one given.</summary>
    public const string ProtectionKeyOther = nameof(ProtectionKeyOther);

    /// <summary>The parts of the protection key are in another order.</summary>
    public const string ProtectionKeyHalves = nameof(ProtectionKeyHalves);

    /// <summary>One side took the protection key shorter or longer than the other.</summary>
    public const string ProtectionKeyLength = nameof(ProtectionKeyLength);

    /// <summary>A variant was applied to the protection key.</summary>
    public const string ProtectionKeyVariant = nameof(ProtectionKeyVariant);

    /// <summary>The sides derived the protection key in different ways: another function, hash, algorithm or shared information.</summary>
    public const string AgreementDerivation = nameof(AgreementDerivation);

    /// <summary>The other side agreed with another key pair of this side.</summary>
    public const string AgreementKey = nameof(AgreementKey);

    /// <summary>One character of a block is wrong, as its MAC proves.</summary>
    public const string BlockAltered = nameof(BlockAltered);

    /// <summary>The MAC of a block was cut.</summary>
    public const string MacCut = nameof(MacCut);

    /// <summary>A check value was computed by another method, or over another form of the key.</summary>
    public const string CheckValueMethod = nameof(CheckValueMethod);

    /// <summary>A check value is another than that of the key.</summary>
    public const string CheckValue = nameof(CheckValue);

    /// <summary>A check value is no even number of hex digits.</summary>
    public const string CheckValueForm = nameof(CheckValueForm);

    /// <summary>One digit of a component is wrong, or two are swapped.</summary>
    public const string ComponentDigit = nameof(ComponentDigit);

    /// <summary>The halves of a component or key are in another order.</summary>
    public const string ComponentHalves = nameof(ComponentHalves);

    /// <summary>A component was given twice.</summary>
    public const string ComponentTwice = nameof(ComponentTwice);

    /// <summary>The components differ in length, or have one that no key has.</summary>
    public const string ComponentLength = nameof(ComponentLength);

    /// <summary>The check values belong to the components in another order.</summary>
    public const string ComponentOrder = nameof(ComponentOrder);

    /// <summary>Parity of a key or component.</summary>
    public const string Parity = nameof(Parity);

    /// <summary>The bytes of an RSA cryptogram are in reverse order.</summary>
    public const string CryptogramByteOrder = nameof(CryptogramByteOrder);

    /// <summary>A cryptogram was made with other padding than stated.</summary>
    public const string CryptogramPadding = nameof(CryptogramPadding);

    /// <summary>A cryptogram was made for another known key than the one given.</summary>
    public const string CryptogramRecipient = nameof(CryptogramRecipient);

    /// <summary>What was encrypted is not the key itself.</summary>
    public const string CryptogramContent = nameof(CryptogramContent);

    /// <summary>A cryptogram was made under another variant.</summary>
    public const string CryptogramVariant = nameof(CryptogramVariant);

    /// <summary>A cryptogram was made in another mode of the cipher.</summary>
    public const string CryptogramMode = nameof(CryptogramMode);

    /// <summary>The issuer of a certificate is not known.</summary>
    public const string CertificateIssuer = nameof(CertificateIssuer);

    /// <summary>The service takes other characters.</summary>
    public const string ServiceCharacters = nameof(ServiceCharacters);

    /// <summary>The service has no such key usage, or no such mode with it, or no such algorithm.</summary>
    public const string ServiceAttributes = nameof(ServiceAttributes);

    /// <summary>The service does not carry a key under a weaker one.</summary>
    public const string ServiceStrength = nameof(ServiceStrength);

    /// <summary>The service does not export a key that may not go on.</summary>
    public const string ServiceExportability = nameof(ServiceExportability);

    /// <summary>The service does not name this version of a key block.</summary>
    public const string ServiceVersion = nameof(ServiceVersion);

    /// <summary>The wrapping key is there, enabled, and may do this.</summary>
    public const string ServiceKey = nameof(ServiceKey);

    /// <summary>The import or export token is there, current and of the right kind.</summary>
    public const string ServiceToken = nameof(ServiceToken);

    /// <summary>A refused request's error.</summary>
    public const string Refusal = nameof(Refusal);

    /// <summary>Everything that could be checked and passed, in one.</summary>
    public const string Passed = nameof(Passed);
}
