using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Vault;

/// <summary>
/// Lends RSA private keys that are sealed in the store, and keeps the few that were used last open: OpenSSL takes some thirty times
/// as long to load a private key as to use it. Safe for use from several threads; a key is lent to one caller at a time.
/// </summary>
/// <remarks>
/// A key is found again by the digest of its envelope and of everything that it is bound to. A record that was altered has
/// another digest, so it is opened from its envelope and refused as ever.
/// </remarks>
internal sealed class OpenedRsaKeys : IDisposable
{
    private const int MostIdle = 8;

    private readonly object _gate = new();
    private readonly LinkedList<(string Digest, RSA Key)> _idle = new();
    private readonly SecretVault _vault;
    private int _generation;

    /// <summary>Lends the keys of one vault.</summary>
    public OpenedRsaKeys(SecretVault vault)
    {
        _vault = vault;
        // Sealed anew, every key has another envelope: what is open would never be found again.
        vault.Replaced += Forget;
    }

    /// <summary>Lends a key.</summary>
    /// <param name="envelope">The sealed DER PKCS#8.</param>
    /// <param name="identity">What it is bound to.</param>
    /// <param name="record">How to call the record in an error.</param>
    /// <returns>The key; the caller disposes the lease, not the key.</returns>
    /// <exception cref="Api.VaultException">The envelope was altered, or belongs to another record or store.</exception>
    public RsaKeyLease Lend(byte[] envelope, SecretIdentity identity, string record)
    {
        string digest = Digest(envelope, identity);
        return Take(digest) ?? Load(digest, envelope, identity, record);
    }

    /// <summary>Drops every key that is kept open: after something was destroyed, nothing of it may live on here.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _generation++;
            foreach ((_, RSA key) in _idle)
            {
                key.Dispose();
            }

            _idle.Clear();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _vault.Replaced -= Forget;
        Forget();
    }

    /// <summary>Takes a key back: to keep it open, unless keys were forgotten since it was lent.</summary>
    internal void Return(string digest, RSA key, int generation)
    {
        RSA? surplus = key;
        lock (_gate)
        {
            if (generation == _generation)
            {
                _idle.AddFirst((digest, key));
                surplus = null;
                if (_idle.Count > MostIdle)
                {
                    surplus = _idle.Last!.Value.Key;
                    _idle.RemoveLast();
                }
            }
        }

        surplus?.Dispose();
    }

    private RsaKeyLease? Take(string digest)
    {
        lock (_gate)
        {
            for (LinkedListNode<(string Digest, RSA Key)>? node = _idle.First; node is not null; node = node.Next)
            {
                if (node.Value.Digest == digest)
                {
                    _idle.Remove(node);
                    return new RsaKeyLease(this, digest, node.Value.Key, _generation);
                }
            }

            return null;
        }
    }

    private RsaKeyLease Load(string digest, byte[] envelope, SecretIdentity identity, string record)
    {
        int generation = Volatile.Read(ref _generation);
        using SecretBuffer privateKey = _vault.Open(envelope, identity, record);
        var key = RSA.Create();
        try
        {
            key.ImportPkcs8PrivateKey(privateKey.Span, out _);
            return new RsaKeyLease(this, digest, key, generation);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    // The identity gives the length of each of its parts, so where it ends and the envelope begins is never in doubt.
    private static string Digest(byte[] envelope, SecretIdentity identity)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(identity.Encoded);
        hash.AppendData(envelope);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
