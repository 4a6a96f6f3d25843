using PaymentCrypto.Api;
using PaymentCrypto.Cryptography;

namespace PaymentCrypto.Fuzzing;

/// <summary>
/// Something that reads what another party made. For whatever bytes, it gives a value or the typed error; anything else that comes out is
/// a defect, and so is memory out of proportion to the input.
/// </summary>
internal abstract class FuzzTarget
{
    // A signature with SHA-224 alone takes almost a megabyte: BouncyCastle looks whether the modulus is a prime.
    private const int AllocationLimit = 2_000_000;

    /// <summary>The name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Good inputs, from which the others are made.</summary>
    public abstract IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>How much memory a byte of input may take, in bytes, above a constant.</summary>
    protected virtual int AllocationPerByte => 256;

    /// <summary>Reads one input.</summary>
    /// <exception cref="Exception">Not a typed error, thus a defect.</exception>
    public void Try(byte[] input)
    {
        try
        {
            Read(input);
        }
        catch (Exception typed) when (typed is CryptographyException or MalformedJsonException or ValidationException && typed.Message.Length > 0)
        {
        }
    }

    /// <summary>Reads one input, and compares the memory that it took with its length.</summary>
    /// <exception cref="FuzzFailureException">Something else than a value or a typed error came out, or it took too much memory.</exception>
    public void Check(byte[] input)
    {
        long allowed = AllocationLimit + ((long)AllocationPerByte * input.Length);

        // Whatever is made once, at the first use of a reader, is not this input's.
        if (Allocated(input) > allowed && Allocated(input) is var taken && taken > allowed)
        {
            throw new FuzzFailureException(Name, input, $"it took {taken} bytes of memory");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Reads an input that may be anything.</summary>
    protected abstract void Read(byte[] input);

    /// <summary>One of several readings of the same input: a typed error in one does not keep the next from being tried.</summary>
    protected static void Also(Action read)
    {
        try
        {
            read();
        }
        catch (CryptographyException)
        {
        }
    }

    private long Allocated(byte[] input)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Try(input);
        }
        catch (Exception defect)
        {
            throw new FuzzFailureException(Name, input, $"{defect.GetType().Name}: {defect.Message}", defect);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
