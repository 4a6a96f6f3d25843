using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Examples;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;

// The key block of ANSI X9.143:2021, 8.1.
const string Block =
    "D0144P0AE00E00002C77FA3F4A553BED6E88AE5C172A4166E3D4ACA8E2AC71C158A476FAC12C13C3829DE55D3AB54C48F4C4FEF7AC75E90FC47F1B77E7B19A73ED46E64410082557";
const string ProtectionKey = "88E1AB2A2E3DD38C1FA039A536500CC8A87AB9D62DC92C01058FA79F44657DE6";

(string description, string rewrapped) = Tr31Example.Run(Block, ProtectionKey);
Console.WriteLine($"TR-31: {description}");
Console.WriteLine($"       {rewrapped}");

// The third transaction of ANSI X9.24-1:2009, A.4, with a PIN of 4 digits.
(byte[] pinBlock, int steps) = PinExample.Run(
    Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210"),
    Convert.FromHexString("FFFF9876543210E00003"),
    Convert.FromHexString("18DC07B94797B466"),
    "4012345678909",
    RandomNumberGenerator.GetBytes(16));
Console.WriteLine($"PIN:   {Convert.ToHexString(pinBlock)} after {steps} steps of derivation");

DateTimeOffset now = DateTimeOffset.UtcNow;
using RSA senderKey = RSA.Create(2048);
using RSA receiverKey = RSA.Create(2048);
using X509Certificate2 sender = SelfSigned("CN=Sender", senderKey);
using X509Certificate2 receiver = SelfSigned("CN=Receiver", receiverKey);
byte[] nonce = RandomNumberGenerator.GetBytes(8);
byte[] key = RandomNumberGenerator.GetBytes(16);

byte[] token = Tr34Example.Send(key, sender, senderKey, receiver, nonce);
using Tr34OpenedKey opened = Tr34Example.Receive(token, receiver, receiverKey, sender, nonce, now);
Console.WriteLine($"TR-34: {opened}; the same key: {CryptographicOperations.FixedTimeEquals(key, opened.Key)}");

try
{
    Tr34Example.Receive(token, receiver, receiverKey, sender, RandomNumberGenerator.GetBytes(8), now).Dispose();
}
catch (CryptographyException exception)
{
    Console.WriteLine($"       with another nonce: {exception.Error}");
}

X509Certificate2 SelfSigned(string name, RSA rsa) =>
    new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
