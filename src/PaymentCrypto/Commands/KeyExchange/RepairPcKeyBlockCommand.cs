using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Finds the one damaged character of a TR-31 block, proven by the block's MAC, and returns the block as it should be.</summary>
/// <remarks>
/// <para>
/// Tries every other character in every place of the block; the MAC under the protection key says which block was wrapped. A MAC of 8 bytes
/// (version B) or 16 bytes (D, E) leaves no doubt; with the 4 bytes of the withdrawn versions A and C a second correction may fit by chance, and
/// then all are returned with a warning. A block with more than one wrong character is not found.
/// </para>
/// <para>It works offline and writes nothing. A block that is sound gives a warning and no object.</para>
/// </remarks>
/// <seealso cref="TestPcKeyExchangeCommand"/>
/// <seealso cref="ConvertFromPcTr31KeyBlockCommand"/>
/// <seealso cref="RepairPcKeyComponentCommand"/>
[Cmdlet(VerbsDiagnostic.Repair, "PcKeyBlock", DefaultParameterSetName = KeySet)]
[OutputType(typeof(RepairedKeyBlock))]
public sealed class RepairPcKeyBlockCommand : PcToolCmdlet
{
    private const string KeySet = "Key";
    private const string PathSet = "KeyPath";
    private const int MostLength = 1024;

    private readonly PipedMaterial _piped = new();

    /// <summary>The damaged key block as text, as lines or bytes of a file, or the path of a file with it.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("WrappedKeyBlock", "KeyMaterial", "Tr31WrappedKeyBlock")]
    [AllowEmptyString]
    [MaterialTransformation]
    public string KeyBlock { get; set; } = string.Empty;

    /// <summary>The key block protection key (KBPK): a key object, or a SecureString of hex digits.</summary>
    [Parameter(Position = 1, ParameterSetName = KeySet, Mandatory = true)]
    [Alias("KBPK", "WrappingKey")]
    [ValidateNotNull]
    public object? ProtectionKey { get; set; }

    /// <summary>The KBPK when it is in a text file of hex digits. Taken literally, without wildcards.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? ProtectionKeyPath { get; set; }

    /// <summary>The algorithm of the KBPK; the one that the block's version wants, unless given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SymmetricAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ProtectionKeyAlgorithm { get; set; }

    private protected override object? ErrorTarget => MaterialInput.Target(KeyBlock);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Attempt(() =>
        {
            if (_piped.Rest() is { } rest)
            {
                Repair(rest);
            }
        });
        base.EndProcessing();
    }

    private protected override void Execute()
    {
        if (_piped.Take(this, KeyBlock) is { } whole)
        {
            Repair(whole);
        }
    }

    private void Repair(string given)
    {
        string block = MaterialInput.Text(this, given, "key block");
        if (block.Length > MostLength)
        {
            throw new KeyInputException(KeyInputFailure.Form,
                FormattableString.Invariant($"The key block has {block.Length} characters; at most {MostLength} are tried."));
        }

        using Lease<KeyMaterial> key = KeyInput.Take(this, ProtectionKey, ProtectionKeyPath, new KeyForm("key block protection key (KBPK)")
        {
            Algorithm = ProtectionKeyAlgorithm,
            Assumed = Run(tools => tools.Tr31.AlgorithmOfProtectionKey(block)) ?? "AES",
        });
        IReadOnlyList<BlockCorrection> corrections = Run(tools => tools.Diagnosis.RepairBlock(block, key.Value));
        if (corrections.Count == 0)
        {
            WriteWarning("No single character explains it: the block is sound, more than one character is wrong, or it was wrapped under another key. "
                + "Test-PcKeyExchange says which.");
            return;
        }

        if (corrections.Count > 1)
        {
            WriteWarning(FormattableString.Invariant($"{corrections.Count} corrections fit the MAC, all but one by chance: none is preferred."));
        }

        foreach (BlockCorrection correction in corrections)
        {
            WriteObject(new RepairedKeyBlock(correction, corrections.Count));
        }
    }
}
