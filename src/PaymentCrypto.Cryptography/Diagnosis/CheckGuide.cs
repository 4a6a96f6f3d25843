using System.Collections.Frozen;
using static PaymentCrypto.Cryptography.Diagnosis.FindingSide;

namespace PaymentCrypto.Cryptography.Diagnosis;

/// <summary>For each check its clause, what to do when it fails, and whose part that is.</summary>
public static partial class CheckGuide
{
    private static readonly FrozenDictionary<string, CheckAdvice> Table = Causes.Concat(Errors).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The checks that it knows.</summary>
    public static IEnumerable<string> Checks => Table.Keys;

    /// <summary>What is known of a check.</summary>
    /// <param name="check">Its name.</param>
    /// <returns>The advice; null for a name that is no check's.</returns>
    public static CheckAdvice? Of(string check) => Table.GetValueOrDefault(check);

    /// <summary>What is known of a check of the readers.</summary>
    /// <param name="error">The check.</param>
    /// <returns>The advice.</returns>
    public static CheckAdvice Of(CryptographyError error) => Table[error.ToString()];

    private static KeyValuePair<string, CheckAdvice> Row(string check, string clause, FindingSide side, string action) =>
        new(check, new CheckAdvice(clause, side, action));

    private static KeyValuePair<string, CheckAdvice>[] Causes =>
    [
        Row(ExchangeCause.FormEmpty, "Input", Receiver, "Give the text, the bytes or the path of a file."),
        Row(ExchangeCause.FormTooLarge, "Input", Receiver, "Give one key block, token, cryptogram or certificate at a time."),
        Row(ExchangeCause.FormUnknown, "Input", Receiver,
            "Give a TR-31 block, a TR-34 token, a cryptogram, a certificate or a component; ask the sender which of them this should be."),
        Row(ExchangeCause.FormEncodedTwice, "API: WrappedKeyBlock, WrappedKeyCryptogram", Transport, "Undo the outer encoding once, and give what is inside."),
        Row(ExchangeCause.FormLineBreaks, "X9.143 6: one line of printable ASCII", Transport,
            "Take line breaks and blanks out; Import-PcKey does it by itself."),
        Row(ExchangeCause.FormLetterCase, "X9.143 6: upper-case hex; API pattern [0-9A-F]", Transport, "Write it in upper case, as the sender's HSM did."),
        Row(ExchangeCause.FormSchemePrefix, "payShield host commands: key scheme R", Receiver,
            "Leave out the R: the TR-31 block begins with the letter after it."),
        Row(ExchangeCause.FormForeignBlock, "X9.143: versions A to E", Sender, "Have the sender export the key as a TR-31 block, or as a TR-34 token."),
        Row(ExchangeCause.FormEnvelope, "Input", Receiver, "Give what is inside alone."),
        Row(ExchangeCause.FormBareCryptogram, "PCI PIN requirement 18-3: keys travel in key blocks", Sender,
            "Have the sender export the key as a TR-31 block under the same key encryption key."),
        Row(ExchangeCause.FormSeveral, "Input", Receiver, "Give one at a time."),
        Row(ExchangeCause.FormPrivateKey, "Input", Receiver, "Give the certificate; keep the private key to yourself."),
        Row(ExchangeCause.FormSigningRequest, "RFC 2986", Receiver, "Have an authority issue the certificate for the request, and give that."),
        Row(ExchangeCause.FormBag, "RFC 5652, RFC 7292", Receiver,
            "Take the one certificate out of it as PEM, for example with openssl pkcs7 -print_certs or openssl pkcs12 -nokeys."),
        Row(ExchangeCause.FormCut, "RFC 7468", Transport, "Copy it again, to the last character."),
        Row(ExchangeCause.FormCharacterSet, "X9.143 6.1: key blocks are ASCII", Transport,
            "Convert the file to ASCII on its way, for example by a transfer in text mode or with iconv -f IBM037 -t ASCII."),
        Row(ExchangeCause.ProtectionKeyOther, "X9.143 7: MAC over header and key", Receiver,
            "Give the key that opens it, or have the sender wrap it under the one that you give."),
        Row(ExchangeCause.ProtectionKeyHalves, "X9.24-1: order of key components", Sender,
            "Enter the parts of the key encryption key in the order of the sender, and compare its check value."),
        Row(ExchangeCause.ProtectionKeyLength, "X9.24-1: two-key and three-key TDES", Sender,
            "Agree on the length of the key encryption key, and compare its check value."),
        Row(ExchangeCause.ProtectionKeyVariant, "X9.143 7", Sender,
            "Have the sender wrap under the key encryption key itself, without the variant of its HSM."),
        Row(ExchangeCause.AgreementDerivation, "SP 800-56A 5.8.1, ANSI X9.63 5.6.3", Sender,
            "Agree on function, hash, algorithm and shared information (as bytes, not as text of hex digits), and derive again."),
        Row(ExchangeCause.AgreementKey, "SP 800-56A 6.2", Receiver,
            "Name the key pair with which the sender agreed, or give the sender the certificate of yours."),
        Row(ExchangeCause.BlockAltered, "X9.143 7: MAC over header and key", Transport,
            "Copy the block again, or mend it with Repair-PcKeyBlock; if the sender's copy has it too, have the key wrapped again."),
        Row(ExchangeCause.MacCut, "X9.143 7: MAC of 8 bytes (B) or 16 bytes (D, E)", Sender, "Have the sender give the block with the whole MAC."),
        Row(ExchangeCause.CheckValueMethod, "X9.24-1 annex A; service: ANSI_X9_24 for TDES, CMAC for AES", Sender,
            "Compare check values of one method: ask the sender for the one that the service computes."),
        Row(ExchangeCause.CheckValue, "X9.24-1 annex A", Sender,
            "Compare the check value with the sender over the telephone: it is another key, or was written down wrong."),
        Row(ExchangeCause.CheckValueForm, "X9.24-1 annex A", Receiver, "Give the check value as an even number of hex digits, in quotes."),
        Row(ExchangeCause.ComponentDigit, "X9.24-1: key components", Transport, "Read the paper again at this place; Repair-PcKeyComponent names the digit."),
        Row(ExchangeCause.ComponentHalves, "X9.24-1: key components", Transport, "Enter the first half first."),
        Row(ExchangeCause.ComponentTwice, "X9.24-1: key components", Receiver, "Enter each component once: two that are the same cancel each other out."),
        Row(ExchangeCause.ComponentLength, "X9.24-1: key components", Receiver,
            "Enter as many digits as the key has, in each component: 32 or 48 for TDES, 32, 48 or 64 for AES."),
        Row(ExchangeCause.ComponentOrder, "X9.24-1: key components", Receiver, "Put the check values in the order of the components."),
        Row(ExchangeCause.Parity, "FIPS 46-3: odd parity", Receiver,
            "The service does not look at parity; for an HSM that does, use Join-PcKeyComponent -AdjustParity."),
        Row(ExchangeCause.CryptogramByteOrder, "RFC 8017 4.1: big-endian", Sender,
            "Have the sender reverse the bytes: Windows CryptoAPI (CryptEncrypt) writes the least significant first."),
        Row(ExchangeCause.CryptogramPadding, "RFC 8017 7.1; API: WrappingSpec", Sender,
            "Agree on RSA-OAEP with SHA-256, or give the -WrappingSpec that the sender used."),
        Row(ExchangeCause.CryptogramRecipient, "API: ImportToken", Receiver, "Give the import token whose certificate the sender used."),
        Row(ExchangeCause.CryptogramContent, "RFC 8017 7.1", Sender, "Have the sender encrypt the bytes of the key, and nothing else."),
        Row(ExchangeCause.CryptogramVariant, "AS 2805.6.1", Receiver, "Give the variant under which the sender wrapped the key."),
        Row(ExchangeCause.CryptogramMode, "AS 2805.6.1: CBC with a zero initial vector", Sender, "Have the sender wrap in CBC with a zero initial vector."),
        Row(ExchangeCause.CertificateIssuer, "RFC 5280 6.1", Receiver, "Import the certificate of the issuer, and name it."),
        Row(ExchangeCause.ServiceCharacters, "API pattern: letters and digits", Sender,
            "Have the sender leave the character out; it stands in an optional block."),
        Row(ExchangeCause.ServiceAttributes, "User guide: valid keys", Sender,
            "Have the sender wrap the key with a usage, mode of use and algorithm that the service knows together."),
        Row(ExchangeCause.ServiceStrength, "User guide: strength of keys", Receiver, "Wrap under a key that is at least as strong."),
        Row(ExchangeCause.ServiceExportability, "X9.143 table 9", Sender,
            "Have the sender wrap the key as exportable (E or S), if it is to leave the service again."),
        Row(ExchangeCause.ServiceVersion, "User guide: TR-31 versions", Sender, "Have the sender wrap in version D under AES, or B under TDES."),
        Row(ExchangeCause.ServiceKey, "API: WrappingKeyIdentifier", Receiver,
            "Name an enabled key of usage TR31_K0 or TR31_K1 whose modes let it wrap and unwrap."),
        Row(ExchangeCause.ServiceToken, "API: ImportToken, ExportToken", Receiver,
            "Get new parameters with Get-PcImportParameters or Get-PcExportParameters, and exchange the new certificate."),
        Row(ExchangeCause.Refusal, "API: errors", Receiver, "Give Test-PcKeyExchange the key block, token or certificate of the request too."),
        Row(ExchangeCause.Passed, "All", Receiver, "Nothing."),
    ];
}
