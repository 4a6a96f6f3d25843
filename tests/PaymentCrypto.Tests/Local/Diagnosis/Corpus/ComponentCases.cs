using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Tests.Local.Diagnosis.Corpus;

/// <summary>Components with their papers: good ones, and one fault each of the hand that copied them.</summary>
internal static class ComponentCases
{
    public static ExchangeCase Good(Random random) => Of(random);

    public static IEnumerable<(string Class, Func<Random, ExchangeCase> Make)> All()
    {
        yield return ("a wrong digit", static random => Of(random, static (papers, dice) => Change(papers, dice, WrongDigit), causes: "ComponentDigit"));
        yield return ("two digits swapped", static random => Of(random, static (papers, dice) => Change(papers, dice, Swapped), causes: "ComponentDigit"));
        yield return ("a wrong digit, and the check value of the key alone",
            static random => Of(random, static (papers, dice) => Change(papers, dice, WrongDigit), papers: false, causes: "ComponentDigit"));
        yield return ("halves of a component", static random => Of(random, static (papers, dice) =>
            Change(papers, dice, static (digits, _) => digits[(digits.Length / 2)..] + digits[..(digits.Length / 2)]), causes: "ComponentHalves"));
        yield return ("one component twice", static random => Of(random, static (papers, _) => papers[1] = papers[0], causes: ["ComponentTwice"], twice: true));
        yield return ("papers exchanged",
            static random => Of(random, static (papers, _) => (papers[0], papers[1]) = (papers[1], papers[0]), causes: "ComponentOrder"));
        yield return ("a component that is too short",
            static random => Of(random, static (papers, dice) => Change(papers, dice, static (digits, _) => digits[..^16]), causes: "ComponentLength"));
        yield return ("check value of a component by another method", static random => Of(random, method: true, causes: "CheckValueMethod"));
        yield return ("wrong check value of the key", static random => Of(random, value: Convert.ToHexString(random.Bytes(3)), causes: "CheckValue"));
    }

    private static ExchangeCase Of(
        Random random, Action<string[], Random>? change = null, bool papers = true, bool method = false, string? value = null, bool twice = false,
        params string[] causes)
    {
        bool aes = random.Next(2) == 0;
        byte[][] components = [.. Enumerable.Range(0, 3).Select(_ => aes ? random.Bytes(32) : random.Tdes(16))];
        string[] values = [.. components.Select(component => Ciphers.CheckValue(aes, component))];
        if (method)
        {
            values[1] = aes
                ? Convert.ToHexString(Ciphers.Ecb(true, components[1], new byte[16]))[..6]
                : Convert.ToHexString(Ciphers.Cmac(false, components[1], new byte[8]))[..6];
        }

        byte[] key = new byte[components[0].Length];
        foreach (byte[] component in components)
        {
            for (int i = 0; i < key.Length; i++)
            {
                key[i] ^= component[i];
            }
        }

        string[] digits = [.. components.Select(Convert.ToHexString)];
        change?.Invoke(digits, random);
        return new("", new ExchangeEvidence
        {
            Material = string.Empty,
            ValidAt = Dice.Now,
            Algorithm = aes ? "AES" : "TDES",
            KeyCheckValue = twice ? null : value ?? Ciphers.CheckValue(aes, key),
            Components =
            [
                .. digits.Select((text, index) => new EnteredComponent(
                    new KeyMaterial(Dice.Name(aes, text.Length / 2), Convert.FromHexString(text)), papers
                        ? twice && index == 1
                        ? values[0]
                        : values[index]
                        : null)),
            ],
        }, causes);
    }

    private static void Change(string[] papers, Random random, Func<string, Random, string> change)
    {
        int which = random.Next(papers.Length);
        papers[which] = change(papers[which], random);
    }

    // A change that only touches parity leaves the check value as it is: such a digit is not wrong to anybody.
    private static string WrongDigit(string digits, Random random)
    {
        int at = 2 * random.Next(digits.Length / 2);
        return digits.With(at, random.Digit(digits[at]));
    }

    private static string Swapped(string digits, Random random)
    {
        int one;
        int other;
        do
        {
            one = 2 * random.Next(digits.Length / 2);
            other = one + 2;
        }
        while (other >= digits.Length || digits[one] == digits[other]);
        return digits.With(one, digits[other]).With(other, digits[one]);
    }
}
