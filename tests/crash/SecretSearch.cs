using System.Text;

namespace PaymentCrypto.Crash;

/// <summary>Looks for secrets in files: as they are, and as they would be written down.</summary>
internal sealed class SecretSearch
{
    private readonly List<byte[]> _forms = [];

    /// <summary>Looks for these.</summary>
    public SecretSearch(IEnumerable<byte[]> secrets)
    {
        foreach (byte[] secret in secrets)
        {
            string hex = Convert.ToHexString(secret);
            // Base64 of a text that begins a multiple of three before the secret.
            string base64 = Convert.ToBase64String(secret)[..(secret.Length / 3 * 4)];
            _forms.AddRange([secret, Encoding.ASCII.GetBytes(hex), Encoding.ASCII.GetBytes(hex.ToLowerInvariant()), Encoding.ASCII.GetBytes(base64)]);
        }
    }

    /// <summary>The files with a secret in them.</summary>
    public IEnumerable<string> In(IEnumerable<string> files) => files.Where(file =>
    {
        ReadOnlySpan<byte> content = File.ReadAllBytes(file);
        foreach (byte[] form in _forms)
        {
            if (content.IndexOf(form) >= 0)
            {
                return true;
            }
        }

        return false;
    });
}
