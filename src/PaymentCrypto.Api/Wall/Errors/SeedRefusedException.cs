namespace PaymentCrypto.Api;

/// <summary>A key or root of a seed cannot be stored as it is described; nothing of the seed was.</summary>
public sealed class SeedRefusedException : PaymentCryptographyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="index">Which key or root of the seed, from 0.</param>
    /// <param name="member">The member of <see cref="SeedKey"/>, of its attributes or of <see cref="SeedRoot"/> that is wrong.</param>
    /// <param name="message">What is wrong with it and what would be right, without the key's material.</param>
    /// <param name="innerException">The cause, if any.</param>
    public SeedRefusedException(int index, string member, string message, Exception? innerException = null)
        : base("PcSeedRefused", ErrorKind.InvalidRequest, message, innerException)
    {
        Index = index;
        Member = member;
    }

    /// <summary>Whether it is one of the roots, and not of the keys.</summary>
    public bool IsRoot { get; init; }

    /// <summary>Which key or root of the seed, from 0.</summary>
    public int Index { get; }

    /// <summary>The member of <see cref="SeedKey"/>, of its attributes or of <see cref="SeedRoot"/> that is wrong.</summary>
    public string Member { get; }
}
