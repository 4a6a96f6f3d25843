using System.Security.Cryptography;

namespace PaymentCrypto.Local.Vault;

/// <summary>
/// The cost of Argon2id (RFC 9106), recorded with every store so that it can be raised later without locking anybody out.
/// </summary>
/// <param name="MemoryKib">Memory in KiB.</param>
/// <param name="Iterations">Passes over the memory.</param>
/// <param name="Lanes">Degree of parallelism.</param>
/// <param name="Salt">16 random bytes.</param>
internal sealed record Argon2Parameters(int MemoryKib, int Iterations, int Lanes, byte[] Salt)
{
    private const int SaltLength = 16;

    // A store can be handed to somebody; what it asks for must not be able to exhaust the machine.
    private const int MostMemoryKib = 4 * 1024 * 1024;
    private const int MostIterations = 64;
    private const int MostLanes = 64;

    /// <summary>
    /// The second recommended option of RFC 9106 section 4 (64 MiB, 3 passes, 4 lanes), above the OWASP minimum of 19 MiB and 2 passes;
    /// with a new salt.
    /// </summary>
    public static Argon2Parameters New() => new(64 * 1024, 3, 4, RandomNumberGenerator.GetBytes(SaltLength));

    /// <summary>Whether the recorded values are ones that this code may be asked to spend.</summary>
    public bool AreSane() =>
        MemoryKib is >= 8 * 1024 and <= MostMemoryKib
            && Iterations is >= 1 and <= MostIterations
            && Lanes is >= 1 and <= MostLanes
            && Salt.Length >= SaltLength;
}
