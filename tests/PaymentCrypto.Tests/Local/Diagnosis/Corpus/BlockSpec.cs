using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace PaymentCrypto.Tests.Local.Diagnosis.Corpus;

/// <summary>A TR-31 block to be written, version B or D: X9.143 read anew, for senders with every fault that can be written down.</summary>
internal sealed record BlockSpec
{
    public required byte[] ProtectionKey { get; init; }

    public required bool ProtectionIsAes { get; init; }

    public required byte[] Key { get; init; }

    public required string Usage { get; init; }

    public required char Algorithm { get; init; }

    public required char Mode { get; init; }

    public char Exportability { get; init; } = 'E';

    /// <summary>Identifier and content of each optional block, without the padding block.</summary>
    public IReadOnlyList<(string Id, string Data)> Blocks { get; init; } = [];

    /// <summary>Overrides the length field of the first optional block.</summary>
    public string? FirstBlockLength { get; init; }

    public int MacLength => ProtectionIsAes ? 16 : 8;

    public string Write(Random random)
    {
        int size = ProtectionIsAes ? 16 : 8;
        StringBuilder options = new();
        int count = Blocks.Count;
        foreach ((string id, string data) in Blocks)
        {
            bool isFirst = options.Length == 0;
            options.Append(id)
                .Append(isFirst && FirstBlockLength is { } wrong ? wrong : (data.Length + 4).ToString("X2", CultureInfo.InvariantCulture))
                .Append(data);
        }

        if (options.Length % size != 0)
        {
            int room = size - (options.Length % size);
            room += room < 4 ? size : 0;
            options.Append("PB").Append(room.ToString("X2", CultureInfo.InvariantCulture)).Append('0', room - 4);
            count++;
        }

        int hidden = Algorithm == 'A' ? 32 : 24;
        byte[] payload = new byte[(2 + Math.Max(hidden, Key.Length) + size - 1) / size * size];
        random.NextBytes(payload);
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)(8 * Key.Length));
        Key.CopyTo(payload, 2);
        int length = 16 + options.Length + (2 * (payload.Length + MacLength));
        string header = string.Create(
            CultureInfo.InvariantCulture, $"{(ProtectionIsAes ? 'D' : 'B')}{length:D4}{Usage}{Algorithm}{Mode}00{Exportability}{count:D2}00{options}");
        byte[] mac = Ciphers.Cmac(ProtectionIsAes, Derive(1), [.. Encoding.ASCII.GetBytes(header), .. payload])[..MacLength];
        return header + Convert.ToHexString(Ciphers.Cbc(ProtectionIsAes, Derive(0), mac, payload)) + Convert.ToHexString(mac);
    }

    private byte[] Derive(byte usage)
    {
        int id = ProtectionIsAes ? ProtectionKey.Length switch { 16 => 2, 24 => 3, _ => 4 } : ProtectionKey.Length == 16 ? 0 : 1;
        int bits = 8 * ProtectionKey.Length;
        List<byte> derived = [];
        for (byte counter = 1; derived.Count < ProtectionKey.Length; counter++)
        {
            derived.AddRange(Ciphers.Cmac(ProtectionIsAes, ProtectionKey, [counter, 0, usage, 0, 0, (byte)id, (byte)(bits >> 8), (byte)bits]));
        }

        return [.. derived.Take(ProtectionKey.Length)];
    }
}
