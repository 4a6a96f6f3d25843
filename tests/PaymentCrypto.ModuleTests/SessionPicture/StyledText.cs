namespace PaymentCrypto.ModuleTests.SessionPicture;

/// <summary>Text in one style.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">Names of styles, with spaces between; empty for none.</param>
internal readonly record struct StyledText(string Text, string Style);
