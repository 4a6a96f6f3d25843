using System.Globalization;
using PaymentCrypto.Cryptography.Diagnosis.Repair;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Diagnosis.Examinations;

/// <summary>
/// Every check of a TR-31 block, with as many keys as there are: characters, length, fields, optional blocks and payload without a key; the
/// MAC under each key that goes with the version; then the key itself. When no key verifies the MAC, it looks for the cause: what is done to
/// keys on the way, and one damaged character.
/// </summary>
public sealed class KeyBlockExamination
{
    private const int MostExplained = 8;
    private const int MostRepaired = 3;
    private const int LengthDigits = 4;

    private readonly Examination _examination = new();
    private readonly IReadOnlyList<ProtectionKeyCandidate> _candidates;

    private KeyBlockExamination(IReadOnlyList<ProtectionKeyCandidate> candidates) => _candidates = [.. candidates.OrderByDescending(static key => key.IsGiven)];

    /// <summary>Examines a block.</summary>
    /// <param name="text">The block in one line.</param>
    /// <param name="candidates">The keys under which it may be wrapped; none when there are none.</param>
    /// <param name="expectedCheckValue">The check value that the sender gives for the key in the block; null when none was given.</param>
    /// <returns>The findings, and the key if it came out; the caller disposes it.</returns>
    public static KeyBlockResult Examine(string text, IReadOnlyList<ProtectionKeyCandidate> candidates, string? expectedCheckValue = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(candidates);
        return new KeyBlockExamination(candidates).Run(text, expectedCheckValue);
    }

    private KeyBlockResult Run(string text, string? expected)
    {
        if (Read(text) is not { } block)
        {
            Hide(expected);
            return new KeyBlockResult { Findings = _examination.Findings, Header = HeaderAlone(text) };
        }

        foreach (CryptographyWarning warning in block.Warnings)
        {
            _examination.Pass(warning.Check.ToString(), warning.Message);
        }

        (ProtectionKeyCandidate? opener, Tr31UnwrappedKey? key) = Open(block);
        if (key is null)
        {
            Hide(expected);
        }
        else
        {
            CompareCheckValue(key, expected);
        }

        return new KeyBlockResult { Findings = _examination.Findings, Header = block.Header, Key = key, OpenedBy = opener };
    }

    /// <summary>The block, mended as far as it takes to go on; null when it can't be read.</summary>
    private Tr31KeyBlock? Read(string text)
    {
        try
        {
            var block = Tr31KeyBlock.Parse(text);
            _examination.Pass(nameof(CryptographyError.Tr31Length),
                string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters, as the header says."));
            _examination.Pass(nameof(CryptographyError.Tr31HeaderField), $"Header {text[..Tr31KeyBlockHeader.FixedLength]}.");
            _examination.Pass(nameof(CryptographyError.Tr31OptionalBlock),
                string.Create(CultureInfo.InvariantCulture, $"{block.Header.OptionalBlocks.Count} optional blocks."));
            _examination.Pass(nameof(CryptographyError.Tr31Payload), $"Payload and MAC have the length that version {block.Header.Version} wants.");
            return block;
        }
        catch (CryptographyException error)
        {
            return Repaired(text) ?? Mended(text, error);
        }
    }

    private Tr31KeyBlock? Repaired(string text)
    {
        foreach (ProtectionKeyCandidate candidate in _candidates.Take(MostRepaired))
        {
            if (KeyBlockRepair.Find(text, candidate.Key) is [var correction])
            {
                Altered(correction, candidate);
                return Tr31KeyBlock.Parse(correction.Block);
            }
        }

        return null;
    }

    private void Altered(KeyBlockCorrection correction, ProtectionKeyCandidate candidate) => _examination.Fail(
        ExchangeCause.BlockAltered,
        string.Create(CultureInfo.InvariantCulture, $"Character {correction.Position} is '{Printable.Quote([correction.Found])}'; with '{correction.Right}' "
            + $"in its place the MAC verifies under {candidate}."),
        $"'{correction.Right}' as character {correction.Position.ToString(CultureInfo.InvariantCulture)}");

    private Tr31KeyBlock? Mended(string text, CryptographyException error)
    {
        if (error.Error == CryptographyError.Tr31Length && Stated(text) is { } stated)
        {
            if (stated < text.Length && TryParse(text[..stated]) is { } whole)
            {
                _examination.Fail(
                    nameof(CryptographyError.Tr31Length),
                    string.Create(CultureInfo.InvariantCulture,
                        $"{text.Length - stated} characters follow the block, which ends after {stated} as its header says."),
                    string.Create(CultureInfo.InvariantCulture, $"{stated} characters"));
                return whole;
            }

            int missing = stated - text.Length;
            if (missing > 0 && IsPartOfMac(text[0], missing))
            {
                _examination.Fail(
                    ExchangeCause.MacCut,
                    string.Create(CultureInfo.InvariantCulture,
                        $"The last {missing} characters are missing: as many as are lost when the MAC is cut to {MacLength(text[0]) - (missing / 2)} bytes."),
                    MacWords(text[0]));
                return null;
            }
        }

        if (error.Error == CryptographyError.Tr31Payload && NotHex(text) is { } wrong)
        {
            _examination.Fail(
                nameof(CryptographyError.Tr31Payload),
                $"The payload and MAC are hex digits, but {wrong}.",
                "0 to 9 and A to F alone",
                "Compare these characters with the sender's copy: a reader of print takes O for 0, I or l for 1, S for 5, Z for 2.");
            return null;
        }

        if (error.Error == CryptographyError.Tr31Payload && CutMac(text) is { } left)
        {
            _examination.Fail(
                ExchangeCause.MacCut,
                string.Create(CultureInfo.InvariantCulture,
                    $"The payload is no whole number of cipher blocks, but it is with a MAC of {left} bytes: the MAC was cut."),
                MacWords(text[0]));
            return null;
        }

        _examination.Fail(error);
        return null;
    }

    /// <summary>The first characters of the payload that are no hex digits; null when there are none, or so many that it is something else.</summary>
    private static string? NotHex(string text)
    {
        const int mostNamed = 4;
        if (HeaderLength(text) is not { } start)
        {
            return null;
        }

        int[] wrong = [.. Enumerable.Range(start, text.Length - start).Where(at => !char.IsAsciiHexDigit(text[at]))];
        return wrong.Length is 0 or > mostNamed
            ? null
            : string.Join(", ", wrong.Select(at => string.Create(CultureInfo.InvariantCulture, $"character {at + 1} is '{Printable.Quote([text[at]])}'")));
    }

    private static Tr31KeyBlock? TryParse(string text)
    {
        try
        {
            return Tr31KeyBlock.Parse(text);
        }
        catch (CryptographyException)
        {
            return null;
        }
    }

    private static int? Stated(string text)
        => int.TryParse(text.AsSpan(1, LengthDigits), NumberStyles.None, CultureInfo.InvariantCulture, out int length) ? length : null;

    private static int MacLength(char version) => PayloadProtection.MacLength((Tr31Version)version);

    private static string MacWords(char version) =>
        string.Create(CultureInfo.InvariantCulture, $"a MAC of {MacLength(version)} bytes ({2 * MacLength(version)} digits) in version {version}");

    // Four of eight bytes in version B, four or eight of sixteen in D and E: what HSMs and programs keep of a MAC.
    private static bool IsPartOfMac(char version, int missingDigits) =>
        (MacLength(version), MacLength(version) - (missingDigits / 2)) is (8, 4) or (16, 4 or 8);

    private static int? CutMac(string text)
    {
        int? header = HeaderLength(text);
        if (header is null || text[0] is not ('B' or 'D'))
        {
            return null;
        }

        int alignment = PayloadProtection.PayloadAlignment((Tr31Version)text[0]);
        foreach (int left in (ReadOnlySpan<int>)[4, 8])
        {
            int payload = ((text.Length - header.Value) / 2) - left;
            if (left < MacLength(text[0]) && payload >= alignment && payload % alignment == 0)
            {
                return left;
            }
        }

        return null;
    }

    /// <summary>Where the payload begins in a block whose payload is malformed.</summary>
    private static int? HeaderLength(string text)
    {
        try
        {
            HeaderReader.Read(text, restIsPayload: true, new KeyBlocks.Tr31.Findings(strict: false), out int length);
            return length;
        }
        catch (CryptographyException)
        {
            return null;
        }
    }

    private static Tr31KeyBlockHeader? HeaderAlone(string text)
    {
        try
        {
            HeaderReader.CheckCharacters(text);
            return HeaderReader.Read(text, restIsPayload: true, new KeyBlocks.Tr31.Findings(strict: false), out _);
        }
        catch (CryptographyException)
        {
            return null;
        }
    }

    private (ProtectionKeyCandidate? Opener, Tr31UnwrappedKey? Key) Open(Tr31KeyBlock block)
    {
        if (_candidates.Count == 0)
        {
            _examination.Unknown(nameof(CryptographyError.Tr31ProtectionKeyMismatch),
                $"Version {block.Header.Version} is wrapped under {Family(block)}; no key was given to compare.");
            _examination.Unknown(nameof(CryptographyError.Tr31Mac), "The MAC can't be verified without the key encryption key.");
            return (null, null);
        }

        ProtectionKeyCandidate? given = _candidates.FirstOrDefault(static candidate => candidate.IsGiven);
        ProtectionKeyCandidate? opener = _candidates.FirstOrDefault(candidate => block.HasMacOf(candidate.Key));
        if (opener is null)
        {
            Explain(block, given);
            return (null, null);
        }

        if (given is not null && opener != given)
        {
            _examination.Fail(
                opener.Cause,
                $"The block is wrapped under {opener}, not under {given}.",
                opener.ToString());
        }
        else
        {
            _examination.Pass(nameof(CryptographyError.Tr31Mac), $"The MAC verifies under {opener}.");
        }

        try
        {
            Tr31UnwrappedKey key = block.Unwrap(opener.Key);
            _examination.Pass(nameof(CryptographyError.Tr31KeyLength), string.Create(CultureInfo.InvariantCulture,
                $"The key has {key.Key.Length} bytes, which goes with its algorithm {(char)block.Header.Algorithm}."));
            return (opener, key);
        }
        catch (CryptographyException error)
        {
            _examination.Fail(error);
            return (opener, null);
        }
    }

    private static string Family(Tr31KeyBlock block) => WrapRules.Family(block.Header.Version) == BlockCipherAlgorithm.Aes ? "an AES key" : "a TDES key";

    /// <summary>No key verifies the MAC: why?</summary>
    private void Explain(Tr31KeyBlock block, ProtectionKeyCandidate? given)
    {
        foreach (ProtectionKeyCandidate candidate in _candidates.Take(MostExplained))
        {
            if (Mistaken(block, candidate))
            {
                return;
            }
        }

        if (given is not null && !given.Key.Fits(block.Header.Version))
        {
            _examination.Fail(
                nameof(CryptographyError.Tr31ProtectionKeyMismatch),
                $"A version {block.Header.Version} block is wrapped under {Family(block)}; {given} was given.",
                Family(block));
            return;
        }

        ProtectionKeyCandidate[] fitting = _candidates.Where(candidate => candidate.Key.Fits(block.Header.Version)).ToArray();
        if (fitting.Length == 0)
        {
            _examination.Unknown(nameof(CryptographyError.Tr31Mac), $"None of the {_candidates.Count.ToString(CultureInfo.InvariantCulture)} keys goes with "
                + $"version {block.Header.Version}, which is wrapped under {Family(block)}.");
            return;
        }

        foreach (ProtectionKeyCandidate candidate in fitting.Take(MostRepaired))
        {
            if (KeyBlockRepair.Find(block.Text, candidate.Key) is [var correction])
            {
                Altered(correction, candidate);
                return;
            }
        }

        if (given is null)
        {
            _examination.Unknown(nameof(CryptographyError.Tr31Mac), "The MAC verifies under none of the "
                + $"{fitting.Length.ToString(CultureInfo.InvariantCulture)} keys that go with version {block.Header.Version}.");
            return;
        }

        _examination.Fail(nameof(CryptographyError.Tr31Mac), WrappedKeyRules.ExplainMacFailure(block.Header, given.Key), "a MAC under the key that was given");
    }

    private bool Mistaken(Tr31KeyBlock block, ProtectionKeyCandidate candidate)
    {
        using var value = SecretBuffer.CopyOf(candidate.Value);
        foreach (KeyMistake mistake in KeyMistake.Of(candidate.Key.Algorithm, value))
        {
            using (mistake)
            {
                using KeyBlockProtectionKey other = mistake.Algorithm == BlockCipherAlgorithm.Aes
                    ? KeyBlockProtectionKey.FromAes(mistake.Value.Span)
                    : KeyBlockProtectionKey.FromTdes(mistake.Value.Span);
                if (block.HasMacOf(other))
                {
                    _examination.Fail(mistake.Check, $"The MAC does not verify under {candidate}, but it does with {mistake.Words}.",
                        $"a MAC under {candidate}");
                    return true;
                }
            }
        }

        return false;
    }

    private void CompareCheckValue(Tr31UnwrappedKey key, string? expected)
    {
        if (string.IsNullOrWhiteSpace(expected))
        {
            if (key.ComputeCheckValue() is { } actual)
            {
                _examination.Unknown(ExchangeCause.CheckValue, $"The key has the check value {actual}; none was given to compare with.");
            }

            return;
        }

        if (WrappedKeyRules.CipherOf(key.Header.Algorithm) is { } cipher && WrappedKeyRules.LengthsOf(key.Header.Algorithm).Contains(key.Key.Length))
        {
            CheckValueMethods.Examine(_examination, cipher, key.Key, expected, "key in the block");
        }
        else
        {
            _examination.Unknown(ExchangeCause.CheckValue, $"A key of algorithm {(char)key.Header.Algorithm} has no check value that could be compared here.");
        }
    }

    private void Hide(string? expected)
    {
        _examination.Unknown(nameof(CryptographyError.Tr31KeyLength), "The block did not open, so that the key in it was not looked at.");
        if (!string.IsNullOrWhiteSpace(expected))
        {
            _examination.Unknown(ExchangeCause.CheckValue, "The block did not open, so that the check value was not compared.");
        }
    }
}
