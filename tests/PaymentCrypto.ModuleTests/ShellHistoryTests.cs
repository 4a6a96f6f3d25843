using System.Reflection;
using System.Runtime.Loader;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

/// <summary>What the prompt of the Shell keeps in its history, and what it does not.</summary>
public sealed class ShellHistoryTests
{
    // In a context of its own: other tests look at what is in the default one.
    private static readonly Func<string, bool> IsSecret = new AssemblyLoadContext("the Shell").LoadFromAssemblyPath(Locations.Shell).GetType("PaymentCrypto.Shell.Interactive.SecretLine", throwOnError: true)!
        .GetMethod("Is", BindingFlags.Static | BindingFlags.Public)!.CreateDelegate<Func<string, bool>>();

    [Theory]
    [InlineData("Get-PcKeyCheckValue 0123456789ABCDEFFEDCBA9876543210")]
    [InlineData("Get-PcKeyCheckValue '0123456789abcdef'")]
    [InlineData("$key = '0123 4567 89AB CDEF FEDC BA98 7654 3210'")]
    [InlineData("$key = '01-23-45-67-89-AB-CD-EF-FE-DC-BA-98-76-54-32-10'")]
    [InlineData("New-PcTr31KeyBlock $kbpk -Key 0123456789ABCDEFFEDCBA98765432100123456789ABCDEF -Usage P0")]
    [InlineData("Set-PcProvider Aws -AccessKey AKIDEXAMPLE -SecretKey wJalrXUtnFEMI")]
    [InlineData("Set-PcProvider -Passphrase (ConvertTo-SecureString 'secret' -AsPlainText -Force)")]
    [InlineData("$p = [System.Net.NetworkCredential]::new('', 'secret').SecurePassword")]
    [InlineData("$env:PAYMENTCRYPTO_PASSPHRASE = 'secret'")]
    public void A_line_with_a_secret_is_not_kept(string line) => Assert.True(IsSecret(line));

    [Theory]
    [InlineData("Get-PcKey")]
    [InlineData("Set-PcProvider -Path ./store -Passphrase $passphrase")]
    [InlineData("Update-PcVaultMasterKey -NewPassphrase (Read-Host -AsSecureString)")]
    [InlineData("$zmk | New-PcKeyComponent -AsPlainText | ForEach-Object PlainText")]
    [InlineData("Get-PcKey arn:aws:payment-cryptography:us-east-1:111122223333:key/abcdefghij234567")]
    [InlineData("Import-PcKey D0112K0AB00E0000B82679114F470F540165EDFBF7E250FCEA43F810D215F8D207E2E417C07156A27E8E31DA05F7425509593D03A457DC34 -WrappingKeyIdentifier alias/kek")]
    [InlineData("Export-PcKey alias/bdk -WrappingKeyIdentifier alias/kek -KeySerialNumber FFFF9876543210E00000")]
    [InlineData("Get-PcKey -KeyCheckValue 08D7B4")]
    public void Any_other_line_is_kept(string line) => Assert.False(IsSecret(line));
}
