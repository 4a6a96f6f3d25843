namespace PaymentCrypto.Api.Catalog;

/// <summary>Where an operation is called.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path; a segment in braces is a label: the request member of that name, percent-encoded, and no part of the body.</param>
public sealed record Route(string Method, string Template)
{
    /// <summary>Every operation of AWS JSON.</summary>
    public static Route Root { get; } = new("POST", "/");

    /// <summary>The segments of the template.</summary>
    public IReadOnlyList<string> Segments { get; } = Template.Split('/')[1..];

    /// <summary>The name of the label that a segment is; null for one that stands as it is.</summary>
    /// <param name="segment">One of <see cref="Segments"/>.</param>
    public static string? LabelOf(string segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return segment.StartsWith('{') ? segment[1..^1] : null;
    }
}
