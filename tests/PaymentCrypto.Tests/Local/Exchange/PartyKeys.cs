using System.Collections.Concurrent;
using System.Security.Cryptography;
using PaymentCrypto.Api;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>Throw-away key pairs of other parties, made once for the test run and named by owner.</summary>
internal static class PartyKeys
{
    private static readonly ConcurrentDictionary<(string Owner, string Algorithm), Lazy<byte[]>> Pairs = new();

    /// <summary>The owner's pair of an algorithm of the service; the same one whenever it is asked for.</summary>
    public static AsymmetricAlgorithm Of(string owner, string algorithm)
    {
        byte[] privateKey = Pairs.GetOrAdd((owner, algorithm), _ => new Lazy<byte[]>(() => Make(algorithm))).Value;
        AsymmetricAlgorithm pair = algorithm.StartsWith("RSA", StringComparison.Ordinal) ? RSA.Create() : ECDsa.Create();
        pair.ImportPkcs8PrivateKey(privateKey, out _);
        return pair;
    }

    private static byte[] Make(string algorithm)
    {
        using AsymmetricAlgorithm pair = algorithm.StartsWith("RSA_", StringComparison.Ordinal)
            ? RSA.Create(int.Parse(algorithm[4..], System.Globalization.CultureInfo.InvariantCulture))
            : ECDsa.Create(CurveOf(algorithm));
        return pair.ExportPkcs8PrivateKey();
    }

    private static ECCurve CurveOf(string algorithm) => algorithm switch
    {
        KeyAlgorithm.EccNistP256 => ECCurve.NamedCurves.nistP256,
        KeyAlgorithm.EccNistP384 => ECCurve.NamedCurves.nistP384,
        _ => ECCurve.NamedCurves.nistP521,
    };
}
