namespace PaymentCrypto.Cryptography.Diagnosis.Forms;

/// <summary>Something that is around something else.</summary>
/// <param name="Inner">What may be inside.</param>
/// <param name="Found">What it is that is around it.</param>
/// <param name="Expected">What would be right.</param>
internal sealed record Surrounding(string Inner, string Found, string Expected);
