using System.Management.Automation;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Files;

namespace PaymentCrypto.Commands;

/// <summary>A cmdlet of which the result is PEM text (RFC 7468) that can go into a file.</summary>
public abstract class PcPemCmdlet : PcKeyCmdlet
{
    private bool _written;

    private protected PcPemCmdlet()
    {
    }

    /// <summary>Write the PEM text to this file, in place of what it has. Nothing is returned then. Taken literally, without wildcards.</summary>
    [Parameter]
    [Alias("OutputFile")]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>Return the object as well when there is an <c>-OutFile</c>.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Whether to write the file; asks where the cmdlet is one that asks.</summary>
    private protected virtual bool ShouldWrite(string path) => true;

    /// <summary>Returns the object, or writes its text to the file.</summary>
    private protected void Deliver(object result, string? pem)
    {
        if (OutFile is null)
        {
            WriteObject(result);
            return;
        }

        string path = ResolveFile(OutFile);
        if (!ShouldWrite(path))
        {
            return;
        }

        Write(path, pem ?? string.Empty);
        if (PassThru)
        {
            WriteObject(result);
        }
    }

    private void Write(string path, string pem)
    {
        if (_written)
        {
            throw new InvalidConfigurationException("PcOutFileReused",
                $"The file '{path}' has the PEM text of another key already: one -OutFile is for one key.");
        }

        OutputFile.Write(path, Encoding.ASCII.GetBytes(pem.EndsWith('\n') ? pem : pem + "\n"), isSecret: false);
        _written = true;
        WriteVerbose($"{path} written.");
    }
}
