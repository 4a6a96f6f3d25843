using System.Collections;
using System.Management.Automation;
using System.Reflection;
using System.Text;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.KeyExchange;

/// <summary>Whatever a user does with the objects and streams of the tools, the clear key is in none of it unless it was asked for.</summary>
public sealed class LeakTests
{
    private const string Key = "89E88CF7931444F334BD7547FC3F380C";

    private static readonly string[] Objects =
    [
        "$zmk", "$parts", "$tr31", "($tr31 | ConvertFrom-PcTr31KeyBlock -ProtectionKey $kbpk)", "($tr31 | ConvertFrom-PcTr31KeyBlock)",
        "$tr34", "($tr34 | ConvertFrom-PcTr34KeyBlock -PrivateKey $krd)", "$cryptogram", "($cryptogram | ConvertFrom-PcKeyCryptogram -PrivateKey $krd)",
        "($zmk | Get-PcKeyCheckValue)", "$krd", "$ecdh",
    ];

    private static readonly string[] Failures =
    [
        "New-PcTr31KeyBlock $kbpk -Key $odd -Usage P0", "New-PcTr31KeyBlock $kbpk -Key $hex -Usage P0",
        "New-PcTr31KeyBlock $kbpk -Key $zmk -Usage P0 -Version B",
        "$tr31 | ConvertFrom-PcTr31KeyBlock -ProtectionKey $zmk", "$hex, $hex | Join-PcKeyComponent TDES",
        "Join-PcKeyComponent TDES -Component $hex, $other -ComponentCheckValue 000000",
        "$krd | New-PcTr34KeyBlock -Key $odd -SigningKey $kdh -Usage K0", "New-PcTr31KeyBlock $kbpk -KeyPath $oddFile -Usage P0",
        "Get-PcKeyCheckValue -KeyPath $file -Algorithm AES_256",
        "New-PcTr31KeyBlock $kbpk -Key $zmk -Usage P0 -Header ($file, $hex)", "Get-PcKeyCheckValue $zmk -KeyCheckValueAlgorithm HMAC",
    ];

    [Fact]
    public void No_object_shows_the_key()
    {
        using var directory = new TemporaryDirectory();
        using ModuleSession session = Rehearsal(directory, out string privateKey);

        foreach (string expression in Objects)
        {
            var seen = new StringBuilder();
            IReadOnlyList<PSObject> values = session.Run(expression).Succeed();
            seen.Append(session.Render(expression));
            seen.AppendLine(session.Run($"\"$({expression})\"").Text());
            foreach (PSObject value in values)
            {
                seen.AppendLine(value.ToString()).AppendLine(value.BaseObject.ToString());
                seen.AppendLine(PSSerializer.Serialize(value, 10));
                Walk(value.BaseObject, seen, depth: 5);
                foreach (PSPropertyInfo property in value.Properties)
                {
                    seen.AppendLine(property.Name).Append(property.Value);
                }
            }

            AssertClean(seen.ToString(), privateKey, expression);
        }
    }

    [Fact]
    public void No_stream_and_no_error_has_the_key()
    {
        using var directory = new TemporaryDirectory();
        using ModuleSession session = Rehearsal(directory, out string privateKey);
        session.Run("$VerbosePreference = $DebugPreference = 'Continue'").Succeed();
        Assert.Contains(session.Run("$zmk | New-PcTr31KeyBlock $kbpk -Usage P0").Told, message => message.Contains("KCV", StringComparison.Ordinal));

        foreach (string command in Objects.Concat(Failures))
        {
            Outcome outcome = session.Run(command);
            var seen = new StringBuilder();
            seen.AppendJoin('\n', outcome.Told).AppendJoin('\n', outcome.Warnings);
            foreach (ErrorRecord error in outcome.Errors.Append(outcome.Terminating!).Where(error => error is not null))
            {
                seen.AppendLine(error.ToString())
                    .AppendLine(error.Exception.ToString())
                    .AppendLine(error.TargetObject?.ToString())
                    .AppendLine(error.ErrorDetails?.ToString())
                    .AppendLine(PSSerializer.Serialize(error, 3));
            }

            if (Failures.Contains(command))
            {
                Assert.True(seen.Length > 0, $"{command} did not fail.");
            }

            AssertClean(seen.ToString(), privateKey, command);
        }
    }

    [Fact]
    public void Plain_text_comes_only_on_request_and_a_disposed_key_is_gone()
    {
        using var directory = new TemporaryDirectory();
        using ModuleSession session = Rehearsal(directory, out _);

        Assert.Equal(Key, session.Run("($tr31 | ConvertFrom-PcTr31KeyBlock -ProtectionKey $kbpk -AsPlainText).Key.PlainText").Text());
        Assert.Equal(Key, session.Run("[System.Net.NetworkCredential]::new('', $zmk.ToSecureString()).Password").Text());
        ErrorRecord error = session.Run("$zmk.Dispose(); $zmk | Get-PcKeyCheckValue").Error();
        Assert.DoesNotContain(Key, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deserialised_key_says_that_it_is_only_a_description()
    {
        using var directory = new TemporaryDirectory();
        using ModuleSession session = Rehearsal(directory, out _);
        session.Run("function Copy-Object($o) { "
            + "[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($o)) }").Succeed();

        Assert.Equal("PcKeyInputDeserialised",
            session.Run("New-PcTr31KeyBlock $kbpk -Key (Copy-Object $zmk) -Usage P0").Error().FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal("PcKeyInputDeserialised",
            session.Run("$krd | New-PcTr34KeyBlock -Key $zmk -SigningKey (Copy-Object $kdh) -Usage K0").Error().FullyQualifiedErrorId.Split(',')[0]);
        Assert.NotNull(session.Run("Copy-Object $krd | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -Usage K0").Single());
    }

    private static ModuleSession Rehearsal(TemporaryDirectory directory, out string privateKey)
    {
        File.WriteAllText(directory.Combine("key.hex"), Key);
        File.WriteAllText(directory.Combine("odd.hex"), Key[1..]);
        var session = new ModuleSession();
        session.Secret("hex", Key);
        session.Secret("odd", Key[1..]);
        session.Secret("other", "1D7B3A7B9A398200CE86D605E8A784FA");
        session.Set("file", directory.Combine("key.hex"));
        session.Set("oddFile", directory.Combine("odd.hex"));
        session.Run("""
            $zmk = $hex | New-PcKeyComponent -Algorithm TDES | Join-PcKeyComponent
            $parts = $zmk | New-PcKeyComponent
            $kbpk = New-PcKeyComponent AES_256 | Join-PcKeyComponent
            $kdh = New-PcKeyExchangeCertificate RSA_2048
            $krd = New-PcKeyExchangeCertificate RSA_2048 Krd
            $tr31 = $zmk | New-PcTr31KeyBlock $kbpk -Usage K0 -AddKeyCheckValue
            $tr34 = $krd | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -Usage K0
            $cryptogram = $krd | New-PcKeyCryptogram -Key $zmk
            $ecdh = New-PcKeyExchangeCertificate ECC_NIST_P256 | New-PcEcdhKey -PrivateKey (New-PcKeyExchangeCertificate ECC_NIST_P256)
            """).Succeed();

        // The private exponent of the receiver's key, in hex: what no output may have.
        object pair = session.Run("$krd").Single().BaseObject;
        object credential = pair.GetType().GetProperty("Credential", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(pair)!;
        var key = (System.Security.Cryptography.RSA)credential.GetType().GetProperty("PrivateKey")!.GetValue(credential)!;
        privateKey = Convert.ToHexString(key.ExportParameters(true).D!);
        return session;
    }

    /// <summary>What ConvertTo-Json would see: public properties, deep down.</summary>
    private static void Walk(object? value, StringBuilder seen, int depth)
    {
        if (value is null || depth == 0 || value is Type)
        {
            return;
        }

        seen.AppendLine(value.ToString());
        if (value is byte[] bytes)
        {
            seen.AppendLine(Convert.ToHexString(bytes)).AppendLine(Convert.ToBase64String(bytes));
            return;
        }

        if (value is IEnumerable items and not string)
        {
            foreach (object? item in items)
            {
                Walk(item, seen, depth - 1);
            }

            return;
        }

        if (value.GetType().Namespace?.StartsWith("PaymentCrypto", StringComparison.Ordinal) == true)
        {
            foreach (PropertyInfo property in value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
            {
                Walk(property.GetValue(value), seen, depth - 1);
            }
        }
    }

    private static void AssertClean(string text, string privateKey, string from)
    {
        byte[] key = Convert.FromHexString(Key);
        foreach (string secret in new[] { Key, Key[1..], Key[..16], Key[16..], Convert.ToBase64String(key), privateKey[..64], string.Join(' ', key) })
        {
            Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{from} shows {secret}.");
        }

        Assert.DoesNotContain("PRIVATE KEY", text, StringComparison.Ordinal);
    }
}
