namespace PaymentCrypto.Help;

/// <summary>An example of a cmdlet.</summary>
/// <param name="Title">A sentence without its full stop.</param>
/// <param name="Code">Lines of PowerShell.</param>
/// <param name="Output">What is shown, line by line.</param>
/// <param name="Remark">Paragraphs.</param>
internal sealed record Example(string Title, IReadOnlyList<string> Code, IReadOnlyList<string> Output, IReadOnlyList<string> Remark);
