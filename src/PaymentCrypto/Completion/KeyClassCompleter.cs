using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto.Completion;

/// <summary>Offers the classes of keys; where the algorithm is on the command line, those that it can have.</summary>
public sealed class KeyClassCompleter : ValueCompleter
{
    private static readonly CompletionValue[] Known =
    [
        new(KeyClass.SymmetricKey, "TDES, AES or HMAC key"),
        new(KeyClass.AsymmetricKeyPair, "RSA or ECC key pair"),
        new(KeyClass.PublicKey, "Imported public key"),
        new(KeyClass.PrivateKey, "Private key"),
    ];

    /// <summary>Whether an algorithm is one of pairs, with a public key.</summary>
    internal static bool IsAsymmetric(string algorithm) =>
        algorithm.StartsWith("RSA", StringComparison.OrdinalIgnoreCase) || algorithm.StartsWith("ECC", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a key of a class can have an algorithm. What is not known yet, or a pattern, fits.</summary>
    internal static bool Fits(string? keyClass, string? algorithm) => !KeyClass.All.Contains(keyClass, StringComparer.OrdinalIgnoreCase)
        || !KeyAlgorithm.All.Contains(algorithm, StringComparer.OrdinalIgnoreCase)
        || string.Equals(keyClass, KeyClass.SymmetricKey, StringComparison.OrdinalIgnoreCase) != IsAsymmetric(algorithm!);

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request)
    {
        string? algorithm = request.Text("Algorithm") ?? KeyUsageGuide.Of(request.Text("Usage"))?.Algorithms[0];

        // A key is made as a whole: the service makes no halves of pairs.
        return Known.Where(value => Fits(value.Text, algorithm)
            && (request.CommandName != "New-PcKey" || value.Text is KeyClass.SymmetricKey or KeyClass.AsymmetricKeyPair));
    }
}
