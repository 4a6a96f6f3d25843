using System.Globalization;
using System.Text;
using System.Text.Json;
using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Tests.Local.Diagnosis.Corpus;

/// <summary>TR-31 blocks: good ones, and one fault each of sender, receiver or the way between.</summary>
internal static class BlockCases
{
    private static readonly (string Usage, char Algorithm, string Modes)[] Valid =
    [
        ("P0", 'T', "BEDN"), ("P0", 'A', "BEDN"), ("B0", 'T', "XN"), ("B0", 'A', "XN"), ("C0", 'T', "GVCN"), ("D0", 'T', "BED"), ("D0", 'A', "BED"), ("E0", 'T',
            "XN"), ("K0", 'T', "BED"),
        ("K0", 'A', "BED"), ("K1", 'A', "BED"), ("M1", 'T', "GVC"), ("M3", 'T', "GVC"), ("M6", 'A', "GVC"), ("V1", 'T', "GV"), ("V2", 'T', "GV"),
    ];

    public static BlockSpec Spec(Random random, char? algorithm = null, bool? aes = null)
    {
        (string usage, char letter, string modes) = random.Pick([.. Valid.Where(row => algorithm is null || row.Algorithm == algorithm)]);
        bool protection = aes ?? (letter == 'A' || random.Next(2) == 0);
        byte[] kbpk = protection ? random.Bytes(32) : random.Tdes(24);
        byte[] key = letter == 'A' ? random.Bytes(random.Pick(16, 24, 32)) : random.Tdes(random.Pick(16, 24));
        string value = Ciphers.CheckValue(letter == 'A', key);
        return new BlockSpec
        {
            ProtectionKey = kbpk,
            ProtectionIsAes = protection,
            Key = key,
            Usage = usage,
            Algorithm = letter,
            Mode = modes[random.Next(modes.Length)],
            Exportability = random.Pick('E', 'N', 'S'),
            Blocks = random.Next(4) switch
            {
                0 => [("KC", (letter == 'A' ? "01" : "00") + value)],
                1 => [("KP", (protection ? "01" : "00") + Ciphers.CheckValue(protection, kbpk))],
                _ => [],
            },
        };
    }

    public static ExchangeCase Good(Random random)
    {
        BlockSpec spec = Spec(random);
        return new("", Evidence(spec, spec.Write(random), value: Ciphers.CheckValue(spec.Algorithm == 'A', spec.Key)));
    }

    public static IEnumerable<(string Class, Func<Random, ExchangeCase> Make)> All()
    {
        yield return ("lower case", random => OfText(random, "FormLetterCase", static (text, _) => text.ToLowerInvariant()));
        yield return ("payload in lower case", random => OfText(random, "FormLetterCase", static (text, _) => text[..^48] + text[^48..].ToLowerInvariant()));
        yield return ("line breaks",
            random => OfText(random, "FormLineBreaks", static (text, dice) => text.Insert(dice.Next(17, text.Length - 1), dice.Pick("\n", "\r\n", " "))));
        yield return ("base64 once more",
            random => OfText(random, "FormEncodedTwice", static (text, _) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text))));
        yield return ("hex once more", random => OfText(random, "FormEncodedTwice", static (text, _) => Convert.ToHexString(Encoding.ASCII.GetBytes(text))));
        yield return ("payShield R", random => OfText(random, "FormSchemePrefix", static (text, _) => "R" + text));
        yield return ("Thales S", random => new("", Evidence("S" + random.Pick("0", "1") + Spec(random).Write(random)[1..]), "FormForeignBlock"));
        yield return ("Thales variant", random => new("", Evidence(random.Pick("U", "X") + Convert.ToHexString(random.Bytes(16))), "FormForeignBlock"));
        yield return ("Atalla AKB", random => new("", Evidence($"1{random.Pick("PUNE", "KDNE", "ADNE", "VCNN")}000,{Convert.ToHexString(random.Bytes(24))},{Convert.ToHexString(random.Bytes(8))}"), "FormForeignBlock"));
        yield return ("Excrypt message", random => OfText(random, "FormEnvelope", static (text, _) => $"[AOTKPI;FS6;BG{text};]"));
        yield return ("JSON of the CLI", random => OfText(random, "FormEnvelope",
            static (text, _) => JsonSerializer.Serialize(new { WrappedKey = new { WrappedKeyMaterialFormat = "TR31_KEY_BLOCK", KeyMaterial = text } })));
        yield return ("bare cryptogram", random => new("", Evidence(Convert.ToHexString(random.Bytes(random.Pick(16, 24, 32)))), "FormBareCryptogram"));
        yield return ("two blocks", random => OfText(random, "FormSeveral", static (text, dice) => $"{text}\n{Spec(dice).Write(dice)}"));
        yield return ("end missing", random => OfText(random, "Tr31Length", static (text, dice) => text[..^dice.Pick(1, 2, 3, 5, 7, 10, 14, 18)]));
        yield return ("something behind", random => OfText(random, "Tr31Length", static (text, dice) => text + dice.Pick("0", "00", ".", "9F3A", "END")));
        yield return ("MAC cut", MacCut);
        yield return ("another key of the store", OtherKey);
        yield return ("a key that is not here",
            random => OfSpec(random, "Tr31Mac", static (spec, dice) => (spec, spec.ProtectionIsAes ? dice.Bytes(32) : dice.Tdes(24))));
        yield return ("key of the other family", OtherFamily);
        yield return ("halves of the key", random => OfSpec(random, "ProtectionKeyHalves",
            static (spec, _) => (spec with { Blocks = [], ProtectionKey = Halves(spec.ProtectionKey) }, spec.ProtectionKey)));
        yield return ("two-key for three-key", random => OfSpec(random, "ProtectionKeyLength",
            static (spec, _) => (spec with { Blocks = [], ProtectionKey = spec.ProtectionKey[..16] }, spec.ProtectionKey), aes: false));
        yield return ("variant of the key", random => OfSpec(random, "ProtectionKeyVariant", static (spec, dice) => (spec with
        {
            Blocks = [],
            ProtectionKey = Variant(spec.ProtectionKey, dice.Pick((byte)0x08, (byte)0x24, (byte)0x28, (byte)0x82))
        }, spec.ProtectionKey), aes: false));
        yield return ("a character of the header", random => OfText(random, "BlockAltered", HeaderCharacter, withKey: true));
        yield return ("a digit of the payload", random => OfText(random, "BlockAltered",
            static (text, dice) => dice.Next(text.Length - 60, text.Length) is var at ? text.With(at, dice.Digit(text[at])) : text));
        yield return ("a letter in the payload", random =>
            OfText(random, "BlockAltered", static (text, dice) => text.With(dice.Next(text.Length - 60, text.Length), dice.Pick('O', 'I', 'Z', 'S', 'G'))));
        yield return ("unknown usage", random => OfSpec(random, "ServiceAttributes",
            static (spec, dice) => (spec with { Usage = dice.Pick("B3", "D3", "I0", "K4", "V3", "M4") }, spec.ProtectionKey)));
        yield return ("mode that does not go with it", random =>
            OfSpec(random, "ServiceAttributes", static (spec, dice) => (spec with { Usage = "P0", Mode = dice.Pick('G', 'V', 'X', 'S') }, spec.ProtectionKey)));
        yield return ("weaker wrapping key", random => OfSpec(random, "ServiceStrength", static (spec, dice) =>
            (spec with { Key = dice.Bytes(32), Blocks = [], ProtectionKey = spec.ProtectionKey[..16] }, spec.ProtectionKey[..16]), 'A', aes: true));
        yield return ("single DES", random =>
            OfSpec(random, "Tr31KeyLength", static (spec, dice) => (spec with { Key = dice.Tdes(8), Blocks = [] }, spec.ProtectionKey), 'T', withValue: false));
        yield return ("wrong KC", random => OfSpec(random, "Tr31CheckValue",
            static (spec, dice) => (spec with { Blocks = [("KC", "00" + Convert.ToHexString(dice.Bytes(3)))] }, spec.ProtectionKey), 'T'));
        yield return ("malformed optional block", random => OfSpec(random, "Tr31OptionalBlock",
            static (spec, _) => (spec with { Blocks = [("KC", "00112233")], FirstBlockLength = "03" }, spec.ProtectionKey), 'T'));
        yield return ("characters of the service", random => OfSpec(random, "ServiceCharacters",
            static (spec, dice) => (spec with { Blocks = [("LB", dice.Pick("zone-7", "ZMK.2026", "a b c d"))] }, spec.ProtectionKey)));
        yield return ("not to be exported",
            random => OfSpec(random, "ServiceExportability", static (spec, _) => (spec with { Exportability = 'N' }, spec.ProtectionKey), direction: "Export"));
        yield return ("check value by another method", OtherMethod);
        yield return ("wrong check value", random =>
        {
            BlockSpec spec = Spec(random);
            return new("", Evidence(spec, spec.Write(random), value: Convert.ToHexString(random.Bytes(3))), "CheckValue");
        }
        );
    }

    public static ExchangeEvidence Evidence(string text) => new() { Material = text, ValidAt = Dice.Now };

    public static ExchangeEvidence Evidence(BlockSpec spec, string text, byte[]? given = null, string? value = null) => new()
    {
        Material = text,
        ValidAt = Dice.Now,
        Keys = [Dice.Given(spec.ProtectionIsAes, given ?? spec.ProtectionKey)],
        KeyCheckValue = value,
    };

    private static ExchangeCase OfText(Random random, string cause, Func<string, Random, string> change, bool withKey = true)
    {
        BlockSpec spec = Spec(random);
        string text = spec.Write(random);
        string changed;
        do
        {
            changed = change(text, random);
        }
        while (changed == text);
        return new("", Evidence(spec, changed) with { Keys = withKey ? [Dice.Given(spec.ProtectionIsAes, spec.ProtectionKey)] : [] }, cause);
    }

    private static ExchangeCase OfSpec(
        Random random, string cause, Func<BlockSpec, Random, (BlockSpec Sent, byte[] Given)> change, char? algorithm = null, bool? aes = null,
        string direction = "Import", bool withValue = true)
    {
        (BlockSpec sent, byte[] given) = change(Spec(random, algorithm, aes), random);
        string? value = withValue ? Ciphers.CheckValue(sent.Algorithm == 'A', sent.Key) : null;
        return new("", Evidence(sent, sent.Write(random), given, value) with { Direction = direction }, cause);
    }

    private static string HeaderCharacter(string text, Random random)
    {
        int at = random.Pick(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
        string choices = at switch
        {
            < 5 or 12 or 13 => "0123456789",
            7 => "ATDH",
            8 => "BDEGNVX",
            11 => "ENS",
            5 => "BCDEKMPV",
            _ => "0123456789",
        };
        return text.With(at, choices[random.Next(choices.Length)]);
    }

    private static ExchangeCase MacCut(Random random)
    {
        BlockSpec spec = Spec(random);
        string text = spec.Write(random);
        int left = spec.ProtectionIsAes ? 8 : 4;
        string cut = text[..^(2 * (spec.MacLength - left))];
        return new("", Evidence(spec, cut[0] + cut.Length.ToString("D4", CultureInfo.InvariantCulture) + cut[5..]), "MacCut");
    }

    private static ExchangeCase OtherKey(Random random)
    {
        BlockSpec spec = Spec(random);
        byte[] given = spec.ProtectionIsAes ? random.Bytes(32) : random.Tdes(24);
        return new("", Evidence(spec, spec.Write(random), given), "ProtectionKeyOther")
        {
            Stored = facts =>
            {
                facts.AddKey("alias/one", Dice.Name(true, 32), random.Bytes(32), isGiven: false);
                facts.AddKey("alias/right", Dice.Name(spec.ProtectionIsAes, spec.ProtectionKey.Length), spec.ProtectionKey, isGiven: false);
            },
        };
    }

    private static ExchangeCase OtherFamily(Random random)
    {
        BlockSpec spec = Spec(random);
        byte[] given = spec.ProtectionIsAes ? random.Tdes(24) : random.Bytes(32);
        return new("", Evidence(spec.Write(random)) with { Keys = [Dice.Given(!spec.ProtectionIsAes, given)] }, "Tr31ProtectionKeyMismatch");
    }

    private static ExchangeCase OtherMethod(Random random)
    {
        BlockSpec spec = Spec(random);
        bool aes = spec.Algorithm == 'A';
        string value = aes
            ? Convert.ToHexString(Ciphers.Ecb(true, spec.Key, new byte[16]))[..6]
            : Convert.ToHexString(Ciphers.Cmac(false, spec.Key, new byte[8]))[..random.Pick(6, 10)];
        return new("", Evidence(spec, spec.Write(random), value: value), "CheckValueMethod");
    }

    private static byte[] Halves(byte[] key) =>
        key.Length == 24 ? [.. key[16..], .. key[8..16], .. key[..8]] : [.. key[(key.Length / 2)..], .. key[..(key.Length / 2)]];

    private static byte[] Variant(byte[] key, byte mask) => [.. key.Select((b, i) => i % 8 == 0 ? (byte)(b ^ mask) : b)];
}
