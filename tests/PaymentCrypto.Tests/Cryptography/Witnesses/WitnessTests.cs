using System.Reflection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Tests.Cryptography.Witnesses;

/// <summary>No algorithm is right because one place says so: each has two witnesses, and none is without a row.</summary>
public sealed class WitnessTests
{
    // What takes bytes or keys and is no algorithm, by what it does instead.
    private static readonly HashSet<string> NoAlgorithms = new(StringComparer.Ordinal)
    {
        // Makes an object of bytes or bytes of an object.
        "BlockCipher.Create", "BlockCipher.CreateAes", "BlockCipher.CreateTdes", "KeyBlockProtectionKey.FromAes", "KeyBlockProtectionKey.FromTdes",
        "SecretBuffer.CopyOf", "HexText.Format", "EcdhPublicKey.Of", "EcdhPublicKey.Parse", "CertificateReader.Read", "CertificateReader.ReadAll",
        "CertificateRevocationList.Parse", "CertificateIdentifier.Of", "CertificateKey.TypeOf",
        "Tr34CredentialToken.Create", "Tr34CredentialToken.Parse", "Tr34KeyBlock.Parse", "Tr34RandomToken.Create", "Tr34RandomToken.Parse",

        // Compares, counts, or is exclusive or.
        "CertificateKey.Matches", "MacCheck.Matches", "KeyComponent.Create", "KeyComponents.Split", "KeyParity.IsOdd", "KeyParity.AdjustToOdd",
        "TdesDukpt.NextKeySerialNumber", "AesDukpt.NextKeySerialNumber",

        // Asks for dates, names, uses and the signature of an issuer, which the platform verifies.
        "CertificateRevocationList.Check", "CertificateRevocationList.IsByIssuerOf", "CertificateCheck.VerifyIssuedBy",
        "CertificateCheck.VerifyRoot", "CertificateCheck.VerifyValidity",
    };

    public static TheoryData<string> Algorithms => [.. WitnessTable.Rows.Keys];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void An_algorithm_has_two_witnesses_whose_tests_are_there(string algorithm)
    {
        Witness[] witnesses = WitnessTable.Rows[algorithm];
        Assert.All(witnesses, witness => Assert.True(witness.IsATest, $"{witness.Tests.Name}.{witness.Test} is no test that runs."));
        Assert.InRange(witnesses.Select(witness => witness.Name).Distinct().Count(), 2, int.MaxValue);
    }

    [Fact]
    public void Every_public_algorithm_has_a_row_and_every_row_an_algorithm()
    {
        string[] found =
        [
            .. typeof(Tr31KeyBlock).Assembly.GetExportedTypes()
                .Where(type => !type.Namespace!.Contains("Diagnosis", StringComparison.Ordinal))
                .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(method => !method.IsSpecialName && method.GetParameters().Any(parameter => IsMaterial(parameter.ParameterType)))
                .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
                .Distinct(),
        ];
        Assert.Equal([], found.Except(WitnessTable.Rows.Keys).Except(NoAlgorithms).Order());
        Assert.Equal([], WitnessTable.Rows.Keys.Concat(NoAlgorithms).Except(found).Order());
    }

    private static bool IsMaterial(Type type)
        => type == typeof(ReadOnlySpan<byte>)
            || type == typeof(Span<byte>)
            || type == typeof(ReadOnlyMemory<byte>)
            || type == typeof(BlockCipher)
            || type == typeof(KeyBlockProtectionKey)
            || type == typeof(X509Certificate2)
            || type.IsAssignableTo(typeof(AsymmetricAlgorithm));
}
