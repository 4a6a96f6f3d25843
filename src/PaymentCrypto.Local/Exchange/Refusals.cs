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
        catch (CryptographyException e) when (e.IsAfterDecryption)
        {
            throw Unopened(what, $"({e.Error}) {e.Message}");
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

    /// <summary>Runs checks whose outcome depends on decrypted bytes that nobody has vouched for, such as the length of the key.</summary>
    /// <param name="what">The member, as named in the message.</param>
    /// <param name="work">The checks.</param>
    /// <exception cref="ValidationException">A check failed: the message is the same whichever, and <see cref="ServiceException.OwnersDetail"/> says
    /// which.</exception>
    public static T AfterDecryption<T>(string what, Func<T> work)
    {
        try
        {
            return Of(what, work);
        }
        catch (ValidationException e) when (e.OwnersDetail is null)
        {
            throw Unopened(what, e.Message);
        }
    }

    // One message for every cause (DESIGN, "Errors after decryption").
    private static ValidationException Unopened(string what, string detail) =>
        new($"{what} could not be opened: it is not the content or not the key that is needed here.") { OwnersDetail = detail };
}
