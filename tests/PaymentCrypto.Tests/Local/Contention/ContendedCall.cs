namespace PaymentCrypto.Tests.Local.Contention;

/// <summary>One call of a history.</summary>
/// <param name="Command">What was asked, in words.</param>
/// <param name="Answer">What came back.</param>
/// <param name="Invoked">When it was asked, as a place in the order of all that happened to the history.</param>
/// <param name="Returned">When it came back.</param>
internal sealed record ContendedCall(string[] Command, string Answer, long Invoked, long Returned)
{
    public override string ToString() => $"[{Invoked}..{Returned}] {string.Join(' ', Command)} -> {Answer}";
}
