using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Paddings;
using Org.BouncyCastle.Crypto.Parameters;

namespace PaymentCrypto.Tests.Cryptography.Witnesses;

/// <summary>
/// The ciphers of BouncyCastle, for formulas that are written down once more beside the library's. What both share is the reading of the standard;
/// that is what the published values are for.
/// </summary>
internal static class Other
{
    public static byte[] Des(byte[] key, byte[] block) => Ecb(new DesEngine(), new KeyParameter(key), block);

    public static byte[] Tdes(byte[] key, byte[] data) => Ecb(new DesEdeEngine(), new KeyParameter(key), data);

    public static byte[] Aes(byte[] key, byte[] data) => Ecb(new AesEngine(), new KeyParameter(key), data);

    public static byte[] TdesCbc(byte[] key, byte[] iv, byte[] data, bool encrypt = true)
    {
        var cipher = new CbcBlockCipher(new DesEdeEngine());
        cipher.Init(encrypt, new ParametersWithIV(new KeyParameter(key), iv));
        byte[] result = new byte[data.Length];
        for (int i = 0; i < data.Length; i += 8)
        {
            cipher.ProcessBlock(data, i, result, i);
        }

        return result;
    }

    /// <summary>Retail MAC of 8 bytes, padding method 2.</summary>
    public static byte[] RetailMac(byte[] key, byte[] data)
    {
        var mac = new ISO9797Alg3Mac(new DesEngine(), 64, new ISO7816d4Padding());
        mac.Init(new KeyParameter(key));
        mac.BlockUpdate(data, 0, data.Length);
        byte[] result = new byte[8];
        mac.DoFinal(result, 0);
        return result;
    }

    public static byte[] Xor(byte[] one, byte[] other) => [.. one.Zip(other, (a, b) => (byte)(a ^ b))];

    public static byte[] Odd(byte[] key)
    {
        byte[] odd = [.. key];
        DesParameters.SetOddParity(odd);
        return odd;
    }

    /// <summary>Digits first, then letters less <paramref name="letterA"/> where A stands.</summary>
    public static string Decimalise(byte[] block, int letterA)
    {
        string hex = Convert.ToHexString(block);
        return string.Concat(hex.Where(char.IsAsciiDigit)) + string.Concat(hex.Where(char.IsAsciiLetter).Select(letter => letter - 'A' + letterA));
    }

    public static byte[] Bytes(this Random random, int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    public static string Digits(this Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));

    private static byte[] Ecb(IBlockCipher engine, KeyParameter key, byte[] data)
    {
        engine.Init(true, key);
        byte[] result = new byte[data.Length];
        for (int i = 0; i < data.Length; i += engine.GetBlockSize())
        {
            engine.ProcessBlock(data, i, result, i);
        }

        return result;
    }
}
