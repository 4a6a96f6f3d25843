using System.Collections.Frozen;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>The key usage of a key block header: two characters. Codes that are not in the table are kept as they came; two digits are proprietary.</summary>
public readonly record struct Tr31KeyUsage
{
    private static readonly FrozenDictionary<string, string> Descriptions = new Dictionary<string, string>
    {
        ["B0"] = "Base derivation key",
        ["B1"] = "Initial DUKPT key",
        ["B2"] = "Base key variant",
        ["B3"] = "Key derivation key",
        ["C0"] = "Card verification key",
        ["D0"] = "Symmetric data encryption key",
        ["D1"] = "Asymmetric data encryption key",
        ["D2"] = "Decimalisation table encryption key",
        ["D3"] = "Sensitive data encryption key",
        ["E0"] = "EMV issuer master key: application cryptograms",
        ["E1"] = "EMV issuer master key: secure messaging, confidentiality",
        ["E2"] = "EMV issuer master key: secure messaging, integrity",
        ["E3"] = "EMV issuer master key: data authentication code",
        ["E4"] = "EMV issuer master key: dynamic numbers",
        ["E5"] = "EMV issuer master key: card personalisation",
        ["E6"] = "EMV issuer master key: other",
        ["E7"] = "EMV asymmetric key pair for PIN encryption",
        ["I0"] = "Initialisation vector",
        ["K0"] = "Key encryption key",
        ["K1"] = "TR-31 key block protection key",
        ["K2"] = "TR-34 asymmetric key",
        ["K3"] = "Asymmetric key for key agreement or wrapping",
        ["K4"] = "ISO 20038 key block protection key",
        ["M0"] = "MAC key: ISO 16609 algorithm 1 (TDES)",
        ["M1"] = "MAC key: ISO 9797-1 algorithm 1 (CBC-MAC)",
        ["M2"] = "MAC key: ISO 9797-1 algorithm 2",
        ["M3"] = "MAC key: ISO 9797-1 algorithm 3 (retail MAC)",
        ["M4"] = "MAC key: ISO 9797-1 algorithm 4",
        ["M5"] = "MAC key: ISO 9797-1:1999 algorithm 5",
        ["M6"] = "MAC key: ISO 9797-1:2011 algorithm 5 (CMAC)",
        ["M7"] = "MAC key: HMAC",
        ["M8"] = "MAC key: ISO 9797-1 algorithm 6",
        ["P0"] = "PIN encryption key",
        ["P1"] = "PIN generation key",
        ["S0"] = "Asymmetric key pair for signatures",
        ["S1"] = "Asymmetric key pair of a certification authority",
        ["S2"] = "Asymmetric key pair outside X9.24",
        ["V0"] = "PIN verification key: other algorithm",
        ["V1"] = "PIN verification key: IBM 3624",
        ["V2"] = "PIN verification key: Visa PVV",
        ["V3"] = "PIN verification key: X9.132 algorithm 1",
        ["V4"] = "PIN verification key: X9.132 algorithm 2",
        ["V5"] = "PIN verification key: X9.132 algorithm 3",
    }.ToFrozenDictionary();

    // One string per code, so that reading a header allocates none; found by the two characters.
    private static readonly FrozenDictionary<int, string> Codes = Descriptions.Keys.ToFrozenDictionary(code => Pack(code[0], code[1]));

    private readonly string? _code;

    /// <summary>Names a usage.</summary>
    /// <param name="code">Two letters or digits, for example <c>P0</c>.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.Tr31HeaderField"/>.</exception>
    public Tr31KeyUsage(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 2 || !char.IsAsciiLetterOrDigit(code[0]) || !char.IsAsciiLetterOrDigit(code[1]))
        {
            throw new CryptographyException(
                CryptographyError.Tr31HeaderField,
                $"A key usage is two letters or digits such as \"P0\", but \"{Printable.Quote(code)}\" was given.");
        }

        _code = code;
    }

    private Tr31KeyUsage(string code, bool _) => _code = code;

    /// <summary>The two characters of the header.</summary>
    public string Code => _code ?? "00";

    /// <summary>What the code stands for, or null when it is not in the table of X9.143.</summary>
    public string? Description => Descriptions.GetValueOrDefault(Code);

    /// <summary>Whether the code is in the table of X9.143.</summary>
    public bool IsKnown => Descriptions.ContainsKey(Code);

    /// <summary>The two characters of the header.</summary>
    /// <returns>For example <c>P0</c>.</returns>
    public override string ToString() => Code;

    /// <summary>Whether both are the same code.</summary>
    /// <param name="other">The other usage.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(Tr31KeyUsage other) => Code == other.Code;

    /// <summary>Hash code of the code.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    /// <summary>Takes the two characters as received, whatever they are.</summary>
    internal static Tr31KeyUsage FromHeader(char first, char second)
        => new(Codes.TryGetValue(Pack(first, second), out string? code) ? code : string.Concat([first], [second]), true);

    private static int Pack(char first, char second) => (first << 16) | second;
}
