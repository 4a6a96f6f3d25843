namespace PaymentCrypto.Local.Steps;

/// <summary>
/// Masks the middle digits of a card number (all but the first six and last four, PCI DSS 3.4.1) wherever a good part of it stands in a
/// text: whole, cut into blocks, or as the complement that a card key is derived from.
/// </summary>
internal static class CardNumberMask
{
    // Fewer digits in a row than these are there by chance.
    private const int LeastRun = 8;
    private const int FirstShown = 6;
    private const int LastShown = 4;

    public static string Apply(string text, string? cardNumber)
    {
        if (cardNumber is null || cardNumber.Length < LeastRun)
        {
            return text;
        }

        char[] masked = text.ToCharArray();
        Mask(text, cardNumber, masked);
        Mask(text, string.Concat(cardNumber.Select(static digit => char.IsAsciiDigit(digit) ? "FEDCBA9876"[digit - '0'] : digit)), masked);
        return new string(masked);
    }

    private static void Mask(string text, string number, char[] masked)
    {
        for (int shift = 1 - number.Length; shift < text.Length; shift++)
        {
            int run = 0;
            for (int at = 0; at <= number.Length; at++)
            {
                bool same = at < number.Length && shift + at >= 0 && shift + at < text.Length && text[shift + at] == number[at];
                if (same)
                {
                    run++;
                    continue;
                }

                for (int hidden = at - run; run >= LeastRun && hidden < at; hidden++)
                {
                    if (hidden >= FirstShown && hidden < number.Length - LastShown)
                    {
                        masked[shift + hidden] = '*';
                    }
                }

                run = 0;
            }
        }
    }
}
