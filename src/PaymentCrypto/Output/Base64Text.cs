using System.Text;

namespace PaymentCrypto;

/// <summary>The service's form of PEM text: base64 once more.</summary>
internal static class Base64Text
{
    /// <summary>The text; null when there is none or it is no base64.</summary>
    /// <remarks>It serves properties of an output object, and a property must not fail because its neighbour was edited.</remarks>
    public static string? Decode(string? base64)
    {
        if (string.IsNullOrEmpty(base64))
        {
            return null;
        }

        try
        {
            return Encoding.ASCII.GetString(Convert.FromBase64String(base64));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
