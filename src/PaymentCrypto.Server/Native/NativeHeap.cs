using System.Runtime.InteropServices;

namespace PaymentCrypto.Server.Native;

/// <summary>The memory of what is not managed: SQLite's, and OpenSSL's.</summary>
internal static partial class NativeHeap
{
    /// <summary>M_ARENA_MAX of glibc's malloc.h.</summary>
    private const int MostArenas = -8;

    /// <summary>
    /// Has the heaps that there are serve all threads. glibc gives each thread that asks for memory a heap of its own, which takes four calls of the
    /// system and two pages. What is asked for is too little for threads to wait for each other.
    /// </summary>
    internal static void Share()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Option(MostArenas, 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int Option(int parameter, int value);
}
