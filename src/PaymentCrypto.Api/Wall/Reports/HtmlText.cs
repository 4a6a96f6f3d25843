using System.Net;

namespace PaymentCrypto.Api.Reports;

/// <summary>Text in HTML and SVG.</summary>
public static class HtmlText
{
    /// <summary>A text that says what it says, whatever is in it, in content and in quoted attributes.</summary>
    /// <param name="text">The text; null is empty.</param>
    public static string Escape(string? text) => WebUtility.HtmlEncode(Printable(text ?? string.Empty));

    // Characters that XML does not allow at all, and those that turn the reading direction around and could make one text look like another.
    private static string Printable(string text) => text.AsSpan().IndexOfAnyExcept(Plain) < 0 ? text : string.Concat(text.Select(static character =>
        (char.IsControl(character) && character is not '\t' and not '\n')
            || character is '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufffe' or '\uffff'
            ? '\ufffd'
            : character));

    private static readonly System.Buffers.SearchValues<char> Plain = System.Buffers.SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");
}
