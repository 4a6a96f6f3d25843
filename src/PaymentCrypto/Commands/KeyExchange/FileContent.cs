using System.Collections;
using System.Management.Automation;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>What Get-Content has made of a file: an array of bytes, or of lines.</summary>
internal static class FileContent
{
    /// <summary>The bytes; null for another list.</summary>
    public static byte[]? Bytes(IList list) => list.Count > 0 && Items(list).All(static item => item is byte) ? [.. Items(list).Cast<byte>()] : null;

    /// <summary>Whether it is lines.</summary>
    public static bool IsLines(IList list) => list.Count > 0 && Items(list).All(static item => item is string);

    /// <summary>The lines as one text; null for another list.</summary>
    public static string? Lines(IList list) => IsLines(list) ? string.Join('\n', Items(list)) : null;

    private static IEnumerable<object?> Items(IList list) => list.Cast<object?>().Select(static item => item is PSObject wrapped ? wrapped.BaseObject : item);
}
