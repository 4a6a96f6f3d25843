using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto.Completion;

/// <summary>Offers the algorithms that go with the usage and the form of the key on the command line; all of them when there is neither yet.</summary>
public sealed class KeyAlgorithmCompleter : ValueCompleter
{
    // What RSA carries in a key cryptogram, and what AS 2805 wraps.
    private static readonly string[] InCryptogram =
    [
        KeyAlgorithm.Tdes2Key, KeyAlgorithm.Tdes3Key, KeyAlgorithm.Aes128,
        KeyAlgorithm.HmacSha224, KeyAlgorithm.HmacSha256, KeyAlgorithm.HmacSha384, KeyAlgorithm.HmacSha512,
    ];

    private static readonly string[] UnderAs2805 = [KeyAlgorithm.Tdes2Key, KeyAlgorithm.Tdes3Key];

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request)
    {
        var guide = KeyUsageGuide.Of(request.Text("Usage"));
        IReadOnlyList<string> possible = request switch
        {
            { CommandName: "Import-PcKey" } when request.Has("As2805KeyVariant") => UnderAs2805,
            { CommandName: "Import-PcKey" } => InCryptogram,
            _ => KeyAlgorithm.All,
        };
        return from algorithm in guide?.Algorithms ?? KeyAlgorithm.All
               where possible.Contains(algorithm) && KeyClassCompleter.Fits(request.Text("Class"), algorithm)
               select new CompletionValue(algorithm, guide is null ? algorithm : $"{algorithm} for: {guide.Meaning}");
    }
}

/// <summary>Offers every algorithm that a key can have; where usage or class is on the command line, those that go with it.</summary>
public sealed class AnyKeyAlgorithmCompleter : ValueCompleter
{
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) =>
        from algorithm in KeyUsageGuide.Of(request.Text("Usage"))?.Algorithms ?? KeyAlgorithm.All
        where KeyClassCompleter.Fits(request.Text("Class"), algorithm)
        select new CompletionValue(algorithm, algorithm);
}

/// <summary>
/// Offers the usages that go with the algorithm and the form of the key on the command line; also found by their two characters or a
/// word of their meaning.
/// </summary>
public sealed class KeyUsageCompleter : ValueCompleter
{
    // What an imported public key can be for.
    private static readonly string[] OfCertificates =
        [KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, KeyUsage.Tr31D1AsymmetricKeyForDataEncryption, KeyUsage.Tr31K2Tr34AsymmetricKey];

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request)
    {
        string? algorithm = request.Text("Algorithm") is { } text && KeyAlgorithm.All.Contains(text, StringComparer.OrdinalIgnoreCase) ? text : null;
        return from guide in KeyUsageGuide.All
               where algorithm is null || guide.Algorithms.Contains(algorithm, StringComparer.OrdinalIgnoreCase)
               where request.CommandName != "Import-PcKey"
                   || (request.Has("TrustedCertificate") ? OfCertificates.Contains(guide.Usage) : !KeyClassCompleter.IsAsymmetric(guide.Algorithms[0]))
               select new CompletionValue(guide.Usage, guide.Meaning);
    }

    private protected override bool Matches(CompletionValue value, string word) =>
        base.Matches(value, word) || base.Matches(value, "TR31_" + word) || value.ToolTip.Contains(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Offers the usages that keys derived by key agreement can be restricted to; none for a key that agrees on nothing.</summary>
public sealed class DeriveKeyUsageCompleter : ValueCompleter
{
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) =>
        KeyUsageGuide.Of(request.Text("Usage")) is { Usage: not KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement }
            ? []
            : DeriveKeyUsage.All.Select(static usage => new CompletionValue(usage, KeyUsageGuide.Find(usage)?.Meaning ?? usage));

    private protected override bool Matches(CompletionValue value, string word) =>
        base.Matches(value, word) || base.Matches(value, "TR31_" + word);
}

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

/// <summary>Offers the ways to compute a key check value; where the algorithm is on the command line, those that go with it.</summary>
public sealed class KeyCheckValueAlgorithmCompleter : ValueCompleter
{
    private static readonly CompletionValue[] Known =
    [
        new(KeyCheckValueAlgorithm.AnsiX924, "Encrypt a block of zeros: the default for TDES"),
        new(KeyCheckValueAlgorithm.Cmac, "CMAC of a block of zeros: the default for AES"),
        new(KeyCheckValueAlgorithm.Hmac, "HMAC of nothing: the default for HMAC keys"),
        new(KeyCheckValueAlgorithm.Sha1, "SHA-1 of the public key: the default for key pairs"),
    ];

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) => Known.Where(value => Fits(value.Text, request));

    private static bool Fits(string method, CompletionRequest request) => (request.CommandName, request.Text("Algorithm")) switch
    {
        // Only initial keys of DUKPT have a choice at export.
        ("Export-PcKey", _) => method is KeyCheckValueAlgorithm.AnsiX924 or KeyCheckValueAlgorithm.Cmac,
        (_, null) => true,
        (_, var algorithm) when KeyClassCompleter.IsAsymmetric(algorithm) => method == KeyCheckValueAlgorithm.Sha1,
        (_, var algorithm) when algorithm.StartsWith("HMAC", StringComparison.OrdinalIgnoreCase) => method == KeyCheckValueAlgorithm.Hmac,
        _ => method is KeyCheckValueAlgorithm.AnsiX924 or KeyCheckValueAlgorithm.Cmac,
    };
}

/// <summary>Offers the states of keys.</summary>
public sealed class KeyStateCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public KeyStateCompleter()
        : base(
            new CompletionValue(KeyState.CreateComplete, "There, enabled or disabled"),
            new CompletionValue(KeyState.DeletePending, "Waiting for its destruction: Restore-PcKey calls it off"),
            new CompletionValue(KeyState.DeleteComplete, "Destroyed"),
            new CompletionValue(KeyState.CreateInProgress, "Being made, or waiting for approval"))
    {
    }
}
