using System.Security.Cryptography;
using System.Text.RegularExpressions;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Examples;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.Package;

/// <summary>The C# in the package's README: it is in examples/cryptography, word for word, and does what it says.</summary>
public sealed partial class ReadmeTests
{
    // ANSI X9.143:2021, 8.1.
    private const string ProtectionKey = "88E1AB2A2E3DD38C1FA039A536500CC8A87AB9D62DC92C01058FA79F44657DE6";
    private const string Block =
        "D0144P0AE00E00002C77FA3F4A553BED6E88AE5C172A4166E3D4ACA8E2AC71C158A476FAC12C13C3829DE55D3AB54C48F4C4FEF7AC75E90FC47F1B77E7B19A73ED46E64410082557";
    private const string Key = "3F419E1CB7079442AA37474C2EFBF8B8";

    [Fact]
    public void Every_line_of_the_README_is_in_the_example()
    {
        string[] examples = ["Tr31Example.cs", "Tr34Example.cs", "PinExample.cs"];
        HashSet<string> lines = [.. examples.SelectMany(name => File.ReadLines(Repository.File($"examples/cryptography/{name}"))).Select(line => line.Trim())];
        MatchCollection blocks = CSharp().Matches(File.ReadAllText(Repository.File("src/PaymentCrypto.Cryptography/README.md")));

        Assert.Equal(3, blocks.Count);
        Assert.All(blocks.SelectMany(block => block.Groups[1].Value.Split('\n')), line => Assert.Contains(line.Trim(), lines));
    }

    [Fact]
    public void The_example_of_TR31_opens_the_standards_block_and_wraps_its_key()
    {
        (string description, string rewrapped) = Tr31Example.Run(Block, ProtectionKey);

        // The check value is an AES-CMAC of zeros; openssl mac -cipher AES-128-CBC -macopt hexkey:... CMAC says the same.
        Assert.Equal("PIN encryption key, Aes, 128 bits, check value 08793E", description);
        using var protectionKey = KeyBlockProtectionKey.FromAes(Convert.FromHexString(ProtectionKey));
        using Tr31UnwrappedKey key = Tr31KeyBlock.Unwrap(rewrapped, protectionKey);
        Assert.Equal(Key, Convert.ToHexString(key.Key));
        Assert.Equal(Tr31Exportability.NonExportable, key.Header.Exportability);
    }

    [Fact]
    public void The_example_of_TR34_opens_what_it_sent_and_nothing_with_another_nonce()
    {
        byte[] key = RandomNumberGenerator.GetBytes(16);
        byte[] nonce = RandomNumberGenerator.GetBytes(8);
        byte[] token = Tr34Example.Send(key, Tr34Fixture.Certificate("kdh"), Tr34Fixture.Key("kdh"), Tr34Fixture.Certificate("krd"), nonce);

        using (Tr34OpenedKey opened = Tr34Example.Receive(token, Tr34Fixture.Certificate("krd"), Tr34Fixture.Key("krd"), Tr34Fixture.Certificate("kdh"), nonce,
            Tr34Fixture.Now))
        {
            Assert.Equal(key, opened.Key.ToArray());
        }

        Assert.Throws<CryptographyException>(() =>
            Tr34Example.Receive(token, Tr34Fixture.Certificate("krd"), Tr34Fixture.Key("krd"), Tr34Fixture.Certificate("kdh"), new byte[8], Tr34Fixture.Now));
    }

    // ANSI X9.24-1:2009, A.4: PIN 1234, PAN 4012345678909, the third transaction.
    [Fact]
    public void The_example_of_PINs_takes_the_standards_block_to_another_key_and_format()
    {
        byte[] issuerKey = Convert.FromHexString("00112233445566778899AABBCCDDEEFF");
        (byte[] block, int steps) = PinExample.Run(
            Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210"), Convert.FromHexString(
                "FFFF9876543210E00003"), Convert.FromHexString("18DC07B94797B466"), "4012345678909", issuerKey);

        Assert.Equal(4, steps);
        using var issuer = BlockCipher.CreateAes(issuerKey);
        Span<char> pin = new char[12];
        Assert.Equal("1234", pin[..AesPinBlock.Decrypt(issuer, block, "4012345678909", pin)].ToString());
    }

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CSharp();
}
