using System.Management.Automation;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Files;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Writes a key pair to an encrypted file.</summary>
/// <remarks>
/// <para>
/// Writes a key pair of New-PcKeyExchangeCertificate to a file: the private key encrypted under a passphrase, and the certificates. A path
/// that ends in .pfx or .p12 gives PKCS #12, any other PEM. On Linux and macOS nobody but the user may read the file.
/// </para>
/// </remarks>
/// <seealso cref="NewPcKeyExchangeCertificateCommand"/>
/// <seealso>about_PaymentCrypto_Security</seealso>
[Cmdlet(VerbsData.Export, "PcKeyExchangeCertificate", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportPcKeyExchangeCertificateCommand : PcToolCmdlet
{
    /// <summary>The key pair: an object of New-PcKeyExchangeCertificate, or its property CertificateAuthority.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public KeyExchangeCertificate? InputObject { get; set; }

    /// <summary>The file: .pfx or .p12 for PKCS #12, anything else for PEM. Taken literally, without wildcards.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [Alias("LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The passphrase to encrypt the private key with.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    /// <summary>Replace a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Return the file, as a FileInfo.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? ErrorTarget => Path;

    private protected override void Execute()
    {
        string path = ResolveFile(Path);
        if (!ShouldProcess(path, "Write the encrypted private key"))
        {
            return;
        }

        if (File.Exists(path) && !Force)
        {
            throw new InvalidConfigurationException("PcOutFileExists",
                $"The file '{path}' is there already, maybe with a private key that exists nowhere else: -Force replaces it.");
        }

        bool isPfx = System.IO.Path.GetExtension(path).ToUpperInvariant() is ".PFX" or ".P12";
        byte[] content = Run(tools => isPfx
            ? tools.Credentials.ExportPfx(InputObject!.Credential, Passphrase!)
            : Encoding.ASCII.GetBytes(tools.Credentials.ExportPem(InputObject!.Credential, Passphrase!)));
        try
        {
            OutputFile.Write(path, content, isSecret: true);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }

        WriteVerbose($"{path} written.");
        if (PassThru)
        {
            WriteObject(new FileInfo(path));
        }
    }
}
