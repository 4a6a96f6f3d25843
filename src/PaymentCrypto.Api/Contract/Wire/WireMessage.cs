namespace PaymentCrypto.Api.Wire;

/// <summary>A request as it goes out, before an endpoint and a signature.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path, its labels in braces.</param>
/// <param name="Labels">The value of each label, not encoded yet.</param>
/// <param name="Headers">The headers of the protocol.</param>
/// <param name="Body">The body.</param>
public sealed record WireMessage(
    string Method, string Template, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Where it goes: a label may be an alias, the body may hold secrets.</summary>
    public override string ToString() => $"{Method} {Template}";
}
