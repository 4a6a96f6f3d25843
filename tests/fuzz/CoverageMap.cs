using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace PaymentCrypto.Fuzzing;

/// <summary>
/// What instrumented code writes down: how often each branch was taken, in classes as AFL has them. It stays for as long as the process,
/// since instrumented code writes to it all the time, and has to be there before any such code runs.
/// </summary>
internal sealed unsafe class CoverageMap
{
    private const int Size = 1 << 16;

    private readonly byte[] _seen = new byte[Size];
    private readonly byte* _map = (byte*)NativeMemory.AllocZeroed(Size);

    public CoverageMap() => Trace.SharedMem = _map;

    /// <summary>How many branches were taken up to now.</summary>
    public int Branches => _seen.Count(classes => classes != 0);

    /// <summary>Runs something, and says whether it took a branch for the first time, or took one much more often than before.</summary>
    public bool IsNew(Action run)
    {
        new Span<byte>(_map, Size).Clear();
        Trace.PrevLocation = 0;
        run();
        bool isNew = false;
        for (int branch = 0; branch < Size; branch++)
        {
            if (_map[branch] != 0)
            {
                byte before = _seen[branch];
                _seen[branch] |= Class(_map[branch]);
                isNew |= _seen[branch] != before;
            }
        }

        return isNew;
    }

    private static byte Class(byte count) => count switch
    {
        1 => 1,
        2 => 2,
        3 => 4,
        < 8 => 8,
        < 16 => 16,
        < 32 => 32,
        < 128 => 64,
        _ => 128,
    };
}
