using System.Buffers.Binary;
using System.Numerics;
using PaymentCrypto.Cryptography.Dukpt;
using PaymentCrypto.Cryptography.Primitives;
using static PaymentCrypto.Tests.Cryptography.Witnesses.Other;

namespace PaymentCrypto.Tests.Cryptography.Witnesses;

/// <summary>DUKPT by its formulas over BouncyCastle's ciphers (X9.24-1:2009 annex A, X9.24-3:2017 6.3).</summary>
public sealed class DukptReferenceTests
{
    private static readonly byte[] Mask = Convert.FromHexString("C0C0C0C000000000C0C0C0C000000000");

    [Theory]
    [InlineData("FFFF9876543210E00001")]
    [InlineData("FFFF9876543210EFF800")]
    [InlineData("0123456789ABCDF55550")]
    public void TDES_agrees(string ksn)
    {
        byte[] serial = Convert.FromHexString(ksn);
        byte[] bdk = new Random(ksn.Length).Bytes(16);
        uint counter = BinaryPrimitives.ReadUInt32BigEndian(serial.AsSpan(6)) & 0x1FFFFF;
        byte[] first = [.. serial[..7], (byte)(serial[7] & 0xE0)];
        byte[] key = [.. Tdes(bdk, first), .. Tdes(Xor(bdk, Mask), first)];
        using SecretBuffer initial = TdesDukpt.DeriveInitialKey(bdk, serial);
        Assert.Equal(key, initial.Span.ToArray());

        ulong register = BinaryPrimitives.ReadUInt64BigEndian(serial.AsSpan(2)) & ~0x1FFFFFUL;
        foreach (int bit in Enumerable.Range(0, 21).Reverse().Where(bit => (counter >> bit) % 2 == 1))
        {
            register += 1UL << bit;
            byte[] data = new byte[8];
            BinaryPrimitives.WriteUInt64BigEndian(data, register);
            key = [.. Half(Xor(key, Mask), data), .. Half(key, data)];
        }

        using SecretBuffer transaction = TdesDukpt.DeriveTransactionKey(initial.Span, serial);
        Assert.Equal(key, transaction.Span.ToArray());
        foreach ((TdesDukptUsage usage, int position) in new[]
        {
            (TdesDukptUsage.Pin, 7), (TdesDukptUsage.MacRequest, 6), (TdesDukptUsage.DataRequest, 5), (TdesDukptUsage.MacResponse, 4),
            (TdesDukptUsage.DataResponse, 3),
        })
        {
            byte[] working = [.. key];
            working[position] ^= 0xFF;
            working[8 + position] ^= 0xFF;
            using SecretBuffer ours = TdesDukpt.DeriveWorkingKey(bdk, serial, usage);
            using SecretBuffer device = TdesDukpt.DeriveFromTransactionKey(key, usage);
            byte[] theirs = usage is TdesDukptUsage.DataRequest or TdesDukptUsage.DataResponse ? Tdes(working, working) : working;
            Assert.Equal(theirs, ours.Span.ToArray());
            Assert.Equal(theirs, device.Span.ToArray());
        }
    }

    [Theory]
    [InlineData(16, 0x00000001u)]
    [InlineData(24, 0xFFFF0000u)]
    [InlineData(32, 0x00010203u)]
    public void AES_agrees(int length, uint counter)
    {
        Random random = new(length);
        byte[] bdk = random.Bytes(length);
        byte[] id = random.Bytes(8);
        byte[] serial = [.. id, .. Big(counter)];
        byte[] own = length switch { 16 => [0, 2], 24 => [0, 3], _ => [0, 4] };
        byte[] key = Derive(bdk, [0x80, 0x01], own, length, id);
        using SecretBuffer initial = AesDukpt.DeriveInitialKey(bdk, serial);
        Assert.Equal(key, initial.Span.ToArray());
        uint reached = 0;
        foreach (int bit in Enumerable.Range(0, 32).Reverse().Where(bit => (counter >> bit) % 2 == 1))
        {
            reached += 1u << bit;
            key = Derive(key, [0x80, 0x00], own, length, [.. id[4..], .. Big(reached)]);
        }

        using SecretBuffer transaction = AesDukpt.DeriveTransactionKey(initial.Span, serial);
        Assert.Equal(key, transaction.Span.ToArray());
        using SecretBuffer pin = AesDukpt.DeriveWorkingKey(bdk, serial, AesDukptUsage.PinEncryption, AesDukptKeyType.Aes128);
        Assert.Equal(Derive(key, [0x10, 0x00], [0, 2], 16, [.. id[4..], .. Big(counter)]), pin.Span.ToArray());
        using SecretBuffer tdes = AesDukpt.DeriveFromTransactionKey(key, serial, AesDukptUsage.PinEncryption, AesDukptKeyType.Tdes3Key);
        Assert.Equal(Derive(key, [0x10, 0x00], [0, 1], 24, [.. id[4..], .. Big(counter)]), tdes.Span.ToArray());
    }

    // The next counter is the next number with few enough one bits, found here by counting on.
    [Theory]
    [InlineData(1)]
    [InlineData(0x3FF)]
    [InlineData(0xFF800)]
    [InlineData(0x1FE7FE)]
    public void The_next_serial_number_is_found_by_counting_too(int counter)
    {
        byte[] serial = [0xFF, 0xFF, 1, 2, 3, 4, .. Big(0x05E00000 | (uint)counter)];
        byte[] ours = new byte[10];
        TdesDukpt.NextKeySerialNumber(serial, ours);
        Assert.Equal([.. serial[..6], .. Big(0x05E00000 | Next(counter, 10))], ours);

        byte[] aes = new byte[12];
        AesDukpt.NextKeySerialNumber([1, 2, 3, 4, 5, 6, 7, 8, .. Big((uint)counter)], aes);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, .. Big(Next(counter, 16))], aes);
    }

    private static uint Next(int counter, int mostOneBits)
    {
        uint next = (uint)counter + 1;
        while (BitOperations.PopCount(next) > mostOneBits)
        {
            next++;
        }

        return next;
    }

    private static byte[] Half(byte[] key, byte[] data) => Xor(Des(key[..8], Xor(data, key[8..])), key[8..]);

    private static byte[] Big(uint value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Derive(byte[] key, byte[] usage, byte[] algorithm, int length, byte[] context)
    {
        byte[] bits = [(byte)(length / 32), (byte)(8 * length)];
        byte[] first = Aes(key, [1, 1, .. usage, .. algorithm, .. bits, .. context]);
        byte[] second = Aes(key, [1, 2, .. usage, .. algorithm, .. bits, .. context]);
        return [.. first, .. second[..(length - 16)]];
    }
}
