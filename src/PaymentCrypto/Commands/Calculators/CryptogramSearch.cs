using System.Globalization;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Calculators;

/// <summary>
/// Looks for what is usually wrong with a cryptogram: derivation, padding, sequence number and counter are tried in other ways, those with the
/// fewest changes first.
/// </summary>
internal sealed class CryptogramSearch
{
    private static readonly string[] Sequences = ["00", "01", "02", "03"];

    private readonly List<CryptogramTerms> _trials;
    private readonly CryptogramTerms _given;

    /// <summary>Prepares the search.</summary>
    /// <param name="given">What the user says it is.</param>
    /// <param name="cardNumber">The card number; null when the key is that of the card, which leaves less to try.</param>
    /// <param name="data">The data of the transaction.</param>
    public CryptogramSearch(CryptogramTerms given, string? cardNumber, byte[] data)
    {
        const int block = 8;
        const int longestOfOptionA = 16;
        _given = given;
        _trials =
        [
            .. from mode in SessionKeyDerivationMode.All
               where mode is SessionKeyDerivationMode.Visa or SessionKeyDerivationMode.Amex || given.Counter.Length > 0
               where mode != SessionKeyDerivationMode.MastercardSessionKey || given.UnpredictableNumber.Length > 0
               from padding in Enum.GetValues<BlockPadding>()
               where padding != BlockPadding.None || data.Length % block == 0
               from sequence in cardNumber is null ? [given.Sequence] : Sequences.Append(given.Sequence).Distinct()
               from major in cardNumber is { Length: > longestOfOptionA } ? MajorKeyDerivationMode.All : [given.MajorMode]
               from counter in CountersLike(given.Counter)
               select given with { Mode = mode, Padding = padding, Sequence = sequence, MajorMode = major, Counter = counter },
        ];
        _trials.Sort((one, other) => Changes(one).Count.CompareTo(Changes(other).Count));
    }

    /// <summary>How many ways there are to try.</summary>
    public int Count => _trials.Count;

    /// <summary>The changes that give the cryptogram, as parameters; empty when none does.</summary>
    /// <param name="compute">Computes the cryptogram in one way.</param>
    /// <param name="expected">The cryptogram that it shall be, upper-case hex.</param>
    public string? Find(Func<CryptogramTerms, string> compute, string expected) =>
        _trials.Find(trial => compute(trial) == expected) is { } found ? string.Join(" and ", Changes(found)) : null;

    private List<string> Changes(CryptogramTerms trial)
    {
        List<string> changes = [];
        Add(nameof(GetPcAuthRequestCryptogramCommand.SessionKeyDerivationMode), _given.Mode, trial.Mode);
        Add(nameof(GetPcAuthRequestCryptogramCommand.Padding), _given.Padding.ToString(), trial.Padding.ToString());
        Add(nameof(PcEmvCalculatorCmdlet.PanSequenceNumber), _given.Sequence, trial.Sequence);
        Add(nameof(PcEmvCalculatorCmdlet.MajorKeyDerivationMode), _given.MajorMode, trial.MajorMode);
        Add(nameof(PcEmvCalculatorCmdlet.ApplicationTransactionCounter), Convert.ToHexString(_given.Counter), Convert.ToHexString(trial.Counter));
        return changes;

        void Add(string parameter, string given, string tried)
        {
            if (given != tried)
            {
                changes.Add($"-{parameter} {tried} in place of {given}");
            }
        }
    }

    // The next and the last one, the bytes the other way round, and decimal digits that should have been hex.
    private static IEnumerable<byte[]> CountersLike(byte[] counter)
    {
        yield return counter;
        if (counter.Length != 2)
        {
            yield break;
        }

        int value = (counter[0] << 8) | counter[1];
        yield return [(byte)((value + 1) >> 8), (byte)(value + 1)];
        yield return [(byte)((value - 1) >> 8), (byte)(value - 1)];
        yield return [counter[1], counter[0]];
        if (int.TryParse(Convert.ToHexString(counter), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            yield return [(byte)(number >> 8), (byte)number];
        }
    }
}
