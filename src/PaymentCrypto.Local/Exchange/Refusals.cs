using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography;

namespace PaymentCrypto.Local.Exchange;

/// <summary>Whatever the format library refuses is a ValidationException of the service.</summary>
internal static class Refusals
{
    /// <summary>Runs work on what a caller sent.</summary>
    /// <param name="what">The member, as named in the message.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="ValidationException">The input was refused; the message says by which check.</exception>
    public static T Of<T>(string what, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (CryptographyException e)
        {
            throw new ValidationException($"{what} was refused ({e.Error}): {e.Message}");
        }
        catch (CryptographicException e)
        {
            throw new ValidationException($"{what} was refused: {e.Message}");
        }
    }
}
