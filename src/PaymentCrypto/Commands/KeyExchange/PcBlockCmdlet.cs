using System.Management.Automation;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Files;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>A cmdlet that makes a block that can go into a file.</summary>
public abstract class PcBlockCmdlet : PcToolCmdlet
{
    private bool _written;

    private protected PcBlockCmdlet()
    {
    }

    /// <summary>
    /// Write the block to this file, in place of what it has, as one line of text. Nothing is returned then. Taken literally, without wildcards.
    /// </summary>
    [Parameter]
    [Alias("OutputFile")]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>Return the object as well when there is an <c>-OutFile</c>.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Returns the object, or writes its text to the file.</summary>
    private protected void Deliver(object result, string text)
    {
        if (OutFile is null)
        {
            WriteObject(result);
            return;
        }

        string path = ResolveFile(OutFile);
        if (!ShouldProcess(path, "Write the block"))
        {
            return;
        }

        if (_written)
        {
            throw new InvalidConfigurationException("PcOutFileReused", $"The file '{path}' has another block already: one -OutFile is for one block.");
        }

        OutputFile.Write(path, Encoding.ASCII.GetBytes(text + "\n"), isSecret: true);
        _written = true;
        WriteVerbose($"{path} written.");
        if (PassThru)
        {
            WriteObject(result);
        }
    }
}
