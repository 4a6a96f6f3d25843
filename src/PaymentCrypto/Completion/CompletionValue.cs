namespace PaymentCrypto.Completion;

/// <summary>One value that a parameter takes.</summary>
/// <param name="Text">The value.</param>
/// <param name="ToolTip">What it means, in a few words.</param>
public sealed record CompletionValue(string Text, string ToolTip);
