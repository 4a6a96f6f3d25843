using System.Globalization;

namespace PaymentCrypto.Api;

/// <summary>A body is not the JSON of the record it should be. The message has the place only: the body may hold key material.</summary>
public sealed class MalformedJsonException : PaymentCryptographyException
{
    private const int LongestPath = 200;

    internal MalformedJsonException(Type type, string? path, long? position)
        : base("PcJsonMalformed", ErrorKind.InvalidRequest, Describe(type, path, position))
    {
    }

    private static string Describe(Type type, string? path, long? position)
    {
        string place = string.IsNullOrEmpty(path) ? "$" : path.Length <= LongestPath ? path : path[..LongestPath] + "…";
        string where = position is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", byte {position} of its line");
        return $"The body is not the JSON of {type.Name}: it fails at {place}{where}.";
    }
}
