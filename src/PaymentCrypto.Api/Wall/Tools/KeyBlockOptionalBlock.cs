namespace PaymentCrypto.Api.Tools;

/// <summary>One optional block of a key block header (X9.143).</summary>
/// <param name="Id">The identifier, two letters or digits.</param>
/// <param name="Data">The content, printable ASCII without identifier and length.</param>
/// <param name="Meaning">What the identifier stands for; null when X9.143 does not define it.</param>
public sealed record KeyBlockOptionalBlock(string Id, string Data, string? Meaning = null)
{
    /// <summary>Identifier and content.</summary>
    public override string ToString() => $"{Id}={Data}";
}
