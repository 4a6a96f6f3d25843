using System.Runtime.InteropServices;

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>
/// Triple DES for any key, weak ones too: old key blocks and test keys are full of parts that are equal, and it is the caller's business to warn, not
/// the cipher's to fail.
/// </summary>
internal sealed class TdesEngine : BlockEngine
{
    private readonly SecretBuffer _memory = new(DesSchedule.MaxLength * sizeof(ulong));
    private readonly int _length;

    public TdesEngine(ReadOnlySpan<byte> key) => _length = DesSchedule.Expand(key, Memory).Length;

    private Span<ulong> Memory => MemoryMarshal.Cast<byte, ulong>(_memory.Span);

    public override void Encrypt(Span<byte> blocks) => Des.Encrypt(Memory[.._length], blocks);

    public override void Decrypt(Span<byte> blocks) => Des.Decrypt(Memory[.._length], blocks);

    public override void Dispose() => _memory.Dispose();
}
