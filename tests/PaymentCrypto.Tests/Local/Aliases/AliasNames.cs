using FsCheck;
using FsCheck.Fluent;

namespace PaymentCrypto.Tests.Local.Aliases;

/// <summary>Alias names that the service's pattern allows: <c>alias/</c> and 1 to 250 of its characters.</summary>
public sealed class AliasNames
{
    private const string Characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/_-";

    public static Arbitrary<AliasName> Name() =>
        (from length in Gen.Choose(1, 250)
         from text in Gen.ArrayOf(Gen.Elements(Characters.ToCharArray()), length)
         select new AliasName("alias/" + new string(text))).ToArbitrary();
}
