using BenchmarkDotNet.Attributes;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Benchmarks;

/// <summary>TR-31 blocks of a 16-byte key, one after the other, under a KBPK that is prepared once.</summary>
[MemoryDiagnoser]
public class Tr31Benchmarks
{
    private readonly byte[] _key = new byte[16];
    private readonly Tr31WrapOptions _options = new() { HideKeyLength = false, AllowWithdrawnVersions = true };
    private KeyBlockProtectionKey _kbpk = null!;
    private Tr31KeyBlockHeader _header = null!;
    private string _text = null!;

    /// <summary>Version and length of the KBPK in bytes.</summary>
    [Params("D32", "D16", "B16", "B24", "C16", "E32")]
    public string Kind { get; set; } = null!;

    [GlobalSetup]
    public void Setup()
    {
        bool aes = Kind[0] is 'D' or 'E';
        byte[] kbpk = new byte[Kind[1..] == "32" ? 32 : Kind[1..] == "24" ? 24 : 16];
        new Random(1).NextBytes(kbpk);
        new Random(2).NextBytes(_key);
        _kbpk = aes ? KeyBlockProtectionKey.FromAes(kbpk) : KeyBlockProtectionKey.FromTdes(kbpk);
        _header = Tr31KeyBlockHeader.Parse($"{Kind[0]}0000P0{(aes ? 'A' : 'T')}E00E0000");
        _text = Tr31KeyBlock.Wrap(_header, _key, _kbpk, _options).Text;
    }

    [GlobalCleanup]
    public void Cleanup() => _kbpk.Dispose();

    [Benchmark]
    public int Unwrap()
    {
        using Tr31UnwrappedKey unwrapped = Tr31KeyBlock.Unwrap(_text, _kbpk);
        return unwrapped.Key.Length;
    }

    [Benchmark]
    public Tr31KeyBlock Wrap() => Tr31KeyBlock.Wrap(_header, _key, _kbpk, _options);

    [Benchmark]
    public Tr31KeyBlock Parse() => Tr31KeyBlock.Parse(_text);
}
