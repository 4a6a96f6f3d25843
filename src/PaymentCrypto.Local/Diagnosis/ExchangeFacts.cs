using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Examinations;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Diagnosis;

/// <summary>Keys, receivers and authorities with which an exchange is examined, wherever they come from. Disposing it zeroes the copies of the keys.</summary>
internal sealed class ExchangeFacts : IDisposable
{
    private readonly List<IDisposable> _held = [];

    /// <summary>The keys under which it may be wrapped.</summary>
    public List<ProtectionKeyCandidate> Keys { get; } = [];

    /// <summary>For whom it may have been made.</summary>
    public List<TokenRecipient> Recipients { get; } = [];

    /// <summary>Who may have issued the sender's certificate.</summary>
    public List<X509Certificate2> Authorities { get; } = [];

    /// <summary>What the store says of the keys and tokens that are named.</summary>
    public Examination Named { get; } = new();

    /// <summary>What was given beside the material.</summary>
    public static ExchangeFacts Of(ExchangeEvidence evidence)
    {
        ExchangeFacts facts = new();
        foreach (ExchangeKey given in evidence.Keys)
        {
            using SecretBuffer copy = CopyOf(given.Key);
            facts.AddKey(given.Name, given.Key.Algorithm, copy.Span, isGiven: true);
        }

        facts.Authorities.AddRange(evidence.Authorities);
        if (evidence.Recipient is { } recipient)
        {
            facts.Recipients.Add(new TokenRecipient("the receiver's certificate given", recipient.Certificate, recipient.PrivateKey as RSA, IsGiven: true));
        }

        return facts;
    }

    /// <summary>A copy of a clear key; the caller disposes it.</summary>
    public static SecretBuffer CopyOf(KeyMaterial key)
    {
        SecretBuffer copy = new(key.Length);
        key.CopyTo(copy.Span);
        return copy;
    }

    /// <summary>The cipher of an algorithm of the service, or of a family; null for others.</summary>
    public static BlockCipherAlgorithm? CipherOf(string? algorithm) =>
        algorithm is null ? null
        : algorithm.StartsWith("AES", StringComparison.OrdinalIgnoreCase) ? BlockCipherAlgorithm.Aes
        : algorithm.Contains("DES", StringComparison.OrdinalIgnoreCase) ? BlockCipherAlgorithm.Tdes
        : null;

    /// <summary>Adds a key under which it may be wrapped, if it can be one.</summary>
    public void AddKey(string name, string algorithm, ReadOnlySpan<byte> key, bool isGiven, string cause = ExchangeCause.ProtectionKeyOther)
    {
        if (CipherOf(algorithm) is not { } cipher)
        {
            Named.Fail(ExchangeCause.ServiceKey, $"{name} is a key of algorithm {algorithm}, under which nothing is wrapped.", "a TDES or AES key");
            return;
        }

        try
        {
            Keys.Add(new ProtectionKeyCandidate(name, cipher, key, isGiven) { Cause = cause });
        }
        catch (CryptographyException error)
        {
            Named.Fail(error);
        }
    }

    /// <summary>Keeps something until the examination is over.</summary>
    public T Hold<T>(T held)
        where T : IDisposable
    {
        _held.Add(held);
        return held;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Keys.ForEach(static key => key.Dispose());
        _held.ForEach(static held => held.Dispose());
    }
}
