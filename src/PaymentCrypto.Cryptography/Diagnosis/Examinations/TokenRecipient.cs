using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Cryptography.Diagnosis.Examinations;

/// <summary>A receiver for whom a token or cryptogram may have been made.</summary>
/// <param name="Name">What to call it: an import token, an ARN, the place where it was given.</param>
/// <param name="Certificate">Its certificate; null when only the key is known.</param>
/// <param name="PrivateKey">Its private key, which stays the caller's; null when it is not here.</param>
/// <param name="IsGiven">Whether it is the one that the exchange names; the others are only looked at.</param>
public sealed record TokenRecipient(string Name, X509Certificate2? Certificate, RSA? PrivateKey, bool IsGiven);
