namespace PaymentCrypto.Help;

/// <summary>Where to read on: the name of a cmdlet or an about topic, or an address.</summary>
internal sealed record RelatedLink(string Text, string? Address);
