using System.Reflection;
using Xunit.v3;

namespace PaymentCrypto.Tests.Cryptography.Witnesses;

/// <summary>
/// Who says that an algorithm is right, and the test that asks: values that somebody published, or another implementation. A witness that is not the
/// same people is another witness.
/// </summary>
/// <param name="Name">Whose values or code.</param>
/// <param name="Tests">The class of the test.</param>
/// <param name="Test">Its name.</param>
internal sealed record Witness(string Name, Type Tests, string Test)
{
    public const string BouncyCastle = "BouncyCastle";
    public const string Platform = ".NET platform";
    public const string Python = "Python cryptography";
    public const string OpenSsl = "OpenSSL";

    /// <summary>Whether the test is there and is one.</summary>
    public bool IsATest => Tests.GetMethod(Test) is { } method && method.GetCustomAttributes().OfType<IFactAttribute>().Any(fact => fact.Skip is null);
}
