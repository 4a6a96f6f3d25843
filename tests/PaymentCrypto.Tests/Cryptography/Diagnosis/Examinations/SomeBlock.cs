using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Examinations;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Local.Diagnosis.Corpus;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis.Examinations;

/// <summary>Short blocks under fixed keys, by the corpus' own writer of X9.143, and the keys as candidates.</summary>
internal static class SomeBlock
{
    public static readonly byte[] Kek = Convert.FromHexString("0123456789ABCDEFFEDCBA987654321089ABCDEF01234567");
    public static readonly byte[] AesKek = [.. Enumerable.Range(1, 32).Select(static value => (byte)(7 * value))];
    public static readonly byte[] Key = Convert.FromHexString("2F3C1A7B9D5E60718293A4B5C6D7E8F9");

    public static readonly BlockSpec Tdes =
        new() { ProtectionKey = Kek, ProtectionIsAes = false, Key = Key, Usage = "P0", Algorithm = 'T', Mode = 'E' };

    public static readonly BlockSpec Aes =
        new() { ProtectionKey = AesKek, ProtectionIsAes = true, Key = Key, Usage = "P0", Algorithm = 'A', Mode = 'E' };

    public static string Text(this BlockSpec spec) => spec.Write(new Random(7));

    public static ProtectionKeyCandidate Given(byte[] key, bool aes = false) => Candidate("given", key, aes, isGiven: true);

    public static ProtectionKeyCandidate Stored(string name, byte[] key, bool aes = false) => Candidate(name, key, aes, isGiven: false);

    /// <summary>A key that has nothing to do with the others.</summary>
    public static byte[] Another(int seed, int length = 24) => new Random(seed).Tdes(length);

    public static IReadOnlyList<ExchangeFinding> Findings(string text, string? checkValue, params ProtectionKeyCandidate[] candidates)
    {
        using KeyBlockResult result = KeyBlockExamination.Examine(text, candidates, checkValue);
        return result.Findings;
    }

    private static ProtectionKeyCandidate Candidate(string name, byte[] key, bool aes, bool isGiven) =>
        new(name, aes ? BlockCipherAlgorithm.Aes : BlockCipherAlgorithm.Tdes, key, isGiven);
}
