using System.Security.Cryptography;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Encodings;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;
using PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.Witnesses;

/// <summary>What is made with public keys, beside BouncyCastle and the platform's own derivation.</summary>
public sealed class AsymmetricReferenceTests
{
    private static readonly byte[] Key = Convert.FromHexString("C1F8B0D5A74A6E9DE54C7F0BAD3E8A61");

    [Fact]
    public void BouncyCastle_opens_our_cryptograms()
    {
        foreach ((RsaOaepHash hash, IDigest digest) in new (RsaOaepHash, IDigest)[]
        {
            (RsaOaepHash.Sha256, new Sha256Digest()), (RsaOaepHash.Sha512, new Sha512Digest()),
        })
        {
            var oaep = new OaepEncoding(new RsaEngine(), digest);
            oaep.Init(false, PrivateKeyFactory.CreateKey(Tr34Fixture.Key("krd").ExportPkcs8PrivateKey()));
            byte[] cryptogram = RsaKeyCryptogram.Wrap(Key, Tr34Fixture.Key("krd"), hash);
            Assert.Equal(Key, oaep.ProcessBlock(cryptogram, 0, cryptogram.Length));
        }
    }

    [Fact]
    public void BouncyCastle_verifies_our_tokens()
    {
        byte[] token = Tr34KeyBlock.Create(Key, "D0112K0TB00E0000", Tr34Fixture.Sender(new byte[8], Tr34Dialect.StrictCms));
        X509Certificate signer = new X509CertificateParser().ReadCertificate(Tr34Fixture.Certificate("kdh").RawData);
        Assert.All(new CmsSignedData(token).GetSignerInfos(), information => Assert.True(information.Verify(signer.GetPublicKey())));
    }

    // SP 800-56A 5.8.1 and X9.63 5.6.3: for one block of hash the derivations are what the platform calls a hash with something before and behind.
    [Fact]
    public void The_platform_derives_the_same_key()
    {
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var peer = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        byte[] information = [7, 8, 9];
        byte[] concatenation = own.DeriveKeyFromHash(peer.PublicKey, HashAlgorithmName.SHA256, [0, 0, 0, 1], information);
        byte[] x963 = own.DeriveKeyFromHash(peer.PublicKey, HashAlgorithmName.SHA256, null, [0, 0, 0, 1, .. information]);
        foreach ((KeyDerivationFunction function, byte[] theirs) in new[]
        {
            (KeyDerivationFunction.NistSp800, concatenation), (KeyDerivationFunction.AnsiX963, x963),
        })
        {
            using SecretBuffer ours = EcdhKeyAgreement.DeriveKey(
                own, EcdhPublicKey.Parse(peer.ExportSubjectPublicKeyInfo()), function, HashAlgorithmName.SHA256, information, DerivedKeyAlgorithm.Aes256);
            Assert.Equal(theirs, ours.Span.ToArray());
        }
    }
}
