namespace PaymentCrypto.Local.Exchange.Export;

/// <summary>A wrapped key on its way out.</summary>
/// <param name="WrappingKeyArn">The key that stands for the other side: the wrapping key, key pair or authority.</param>
/// <param name="Format">One of <see cref="Api.WrappedKeyMaterialFormat"/>.</param>
/// <param name="Text">TR-31 text, or upper-case hex.</param>
internal sealed record WrappedMaterial(string WrappingKeyArn, string Format, string Text);
