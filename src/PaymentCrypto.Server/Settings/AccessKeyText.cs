using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Server.Settings;

/// <summary>
/// Access keys as the environment or a file has them: <c>ID:SECRET</c> or <c>ID:SECRET:ACCOUNT</c>, one on a line or with blanks between; # begins a comment.
/// </summary>
internal static class AccessKeyText
{
    /// <summary>Reads them.</summary>
    /// <param name="text">The text; null for none.</param>
    /// <param name="source">Where it is from. The text itself is in no message.</param>
    internal static IReadOnlyList<EndpointAccessKey> Parse(string? text, string source)
    {
        List<EndpointAccessKey> keys = [];
        foreach (string line in (text ?? string.Empty).Split('\n'))
        {
            foreach (string item in line.Split('#')[0].Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))
            {
                keys.Add(item.Split(':') is [{ Length: > 0 } id, { Length: > 0 } secret, .. { Length: <= 1 } account]
                    ? new EndpointAccessKey { AccessKeyId = id, SecretAccessKey = secret, AccountId = account is [{ } given] ? given : null }
                    : throw new UsageException($"Access key {keys.Count + 1} in {source} is not ID:SECRET or ID:SECRET:ACCOUNT."));
            }
        }

        return text is null || keys.Count > 0 ? keys : throw new UsageException($"There is no access key in {source}: ID:SECRET, one on a line.");
    }
}
