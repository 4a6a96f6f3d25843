using PaymentCrypto.Api;

namespace PaymentCrypto.Crash.Scenarios;

/// <summary>Short forms of what keys are.</summary>
internal static class Attributes
{
    /// <summary>A symmetric key that wraps and encrypts.</summary>
    public static KeyAttributes Symmetric(string usage, string algorithm) => Of(usage, algorithm, KeyClass.SymmetricKey, ModesOf.All);

    /// <summary>A key pair.</summary>
    public static KeyAttributes Pair(string usage, string algorithm, KeyModesOfUse modes) => Of(usage, algorithm, KeyClass.AsymmetricKeyPair, modes);

    /// <summary>The public key of an authority.</summary>
    public static KeyAttributes Authority(string algorithm) =>
        Of(KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, algorithm, KeyClass.PublicKey, new KeyModesOfUse { Verify = true });

    /// <summary>A policy that allows another account one action.</summary>
    public static string Policy(string action) => "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
        + "\"Principal\":{\"AWS\":\"arn:aws:iam::444455556666:root\"},\"Action\":\"" + action + "\",\"Resource\":\"*\"}]}";

    private static KeyAttributes Of(string usage, string algorithm, string keyClass, KeyModesOfUse modes) =>
        new() { KeyUsage = usage, KeyAlgorithm = algorithm, KeyClass = keyClass, KeyModesOfUse = modes };
}
