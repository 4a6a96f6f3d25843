using System.Buffers.Binary;
using System.Text;

namespace PaymentCrypto.Local.Vault;

/// <summary>
/// What a sealed secret belongs to: the record and the facts about it that must not change. It is the associated data of the seal,
/// so a secret that is moved to another record, or whose record is altered, no longer opens.
/// </summary>
internal sealed class SecretIdentity
{
    private readonly byte[] _encoded;

    private SecretIdentity(byte[] encoded) => _encoded = encoded;

    /// <summary>The associated data.</summary>
    public ReadOnlySpan<byte> Encoded => _encoded;

    /// <summary>Names a secret.</summary>
    /// <param name="kind">The table and column, such as <c>token.private_key</c>.</param>
    /// <param name="facts">The record's key and its unchangeable facts, always in the same order.</param>
    public static SecretIdentity Of(string kind, params ReadOnlySpan<string> facts)
    {
        using MemoryStream encoded = new();
        Append(encoded, kind);
        foreach (string fact in facts)
        {
            Append(encoded, fact);
        }

        return new SecretIdentity(encoded.ToArray());
    }

    // Every part is preceded by its length, so that no two lists of facts encode alike.
    private static void Append(MemoryStream encoded, string part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        byte[] text = Encoding.UTF8.GetBytes(part);
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
        encoded.Write(length);
        encoded.Write(text);
    }
}
