namespace PaymentCrypto.Fuzzing;

/// <summary>Makes bad input out of good: flipped, changed, cut, doubled, removed and inserted bytes, the same for the same seed.</summary>
internal static class Mutator
{
    // In BER: lengths, tags, ends. In text: digits, the start of an optional block, quotes and what is no character of a block.
    private static readonly byte[] Meaningful = [0x00, 0x01, 0x30, 0x31, 0x7F, 0x80, 0x81, 0x84, 0xA0, 0xFF, .. "9FPBKSZ*\n \"{"u8];

    public static byte[] Mutate(byte[] input, int seed)
    {
        var random = new Random(seed);
        List<byte> bytes = input.ToList();
        for (int count = random.Next(1, 6); count > 0 && bytes.Count > 0; count--)
        {
            int position = random.Next(bytes.Count);
            switch (random.Next(7))
            {
                case 0:
                    bytes[position] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[position] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes[position] = Meaningful[random.Next(Meaningful.Length)];
                    break;
                case 3:
                    bytes.RemoveRange(position, random.Next(1, bytes.Count - position + 1));
                    break;
                case 4:
                    bytes.InsertRange(position, bytes.GetRange(position, random.Next(1, Math.Min(64, bytes.Count - position) + 1)));
                    break;
                case 5:
                    bytes.RemoveAt(position);
                    break;
                default:
                    bytes.Insert(position, (byte)random.Next(256));
                    break;
            }
        }

        return [.. bytes];
    }
}
