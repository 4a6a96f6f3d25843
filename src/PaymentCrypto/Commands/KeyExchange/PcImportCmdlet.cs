using System.Collections;
using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>What an import has besides its format: what the new key is to be like, and the comparison of its check value.</summary>
public abstract class PcImportCmdlet : PcExchangeCmdlet
{
    // The service gives three bytes of a secret key's check value and four of a public key's (SHA_1).
    private const int SecretKeyDigits = 6;
    private const int PublicKeyDigits = 8;

    private protected PcImportCmdlet()
    {
    }

    /// <summary>
    /// The check value that the sender gave, 4 hex digits or more; every one is compared, so of a secret key there are at most the 6 that the
    /// service gives. A key that comes out with another one is disabled at once and is an error, not an output.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [CheckValueTransformation]
    public object? ExpectedKeyCheckValue { get; set; }

    /// <summary>The check value that an object from the pipeline brings; compared unless <c>-ExpectedKeyCheckValue</c> is given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("KCV")]
    [AllowNull]
    [CheckValueTransformation]
    public object? KeyCheckValue { get; set; }

    /// <summary>
    /// How the check value is computed. Unless given, as the algorithm's standard says: ANSI_X9_24 for TDES, CMAC for AES, HMAC for HMAC keys.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(KeyCheckValueAlgorithmCompleter))]
    [AllowEmptyString]
    public string? KeyCheckValueAlgorithm { get; set; }

    /// <summary>Import the key ready for use, which it is anyway; <c>-Enabled:$false</c> is <c>-Disabled</c>.</summary>
    [Parameter]
    public SwitchParameter Enabled { get; set; }

    /// <summary>Import the key disabled: Enable-PcKey lets it be used.</summary>
    [Parameter]
    public SwitchParameter Disabled { get; set; }

    /// <summary>Tags: a hashtable of names and values, for example @{ env = 'test' }.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [TagTransformation]
    public Hashtable? Tag { get; set; }

    /// <summary>Regions to replicate the key to, instead of the account's default ones. An empty list replicates it to none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ReplicationRegions")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [AllowEmptyCollection]
    public string[]? ReplicationRegion { get; set; }

    /// <summary>A note for the approvers, where the account has an approval team for root certificates.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? RequesterComment { get; set; }

    private ImportKeyMaterial? _sent;

    private string? Expected =>
        CheckValueInput.Of(ExpectedKeyCheckValue, nameof(ExpectedKeyCheckValue)) ?? CheckValueInput.Of(KeyCheckValue, nameof(KeyCheckValue));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        CheckValueInput.RequireGiven(this, nameof(ExpectedKeyCheckValue), nameof(KeyCheckValue));
    }

    /// <summary>Imports the material after asking, compares the check value and returns the key.</summary>
    /// <param name="material">The material.</param>
    /// <param name="item">What it is, in a few words that are no secret.</param>
    private protected void Import(ImportKeyMaterial material, string item)
    {
        if (ExpectedKeyCheckValue is null && MyInvocation.BoundParameters.ContainsKey(nameof(ExpectedKeyCheckValue)))
        {
            throw new KeyInputException(KeyInputFailure.Form,
                "ExpectedKeyCheckValue of the object is empty, so nothing would be compared. Nothing was imported.");
        }

        int most = material.RootCertificatePublicKey is null && material.TrustedCertificatePublicKey is null ? SecretKeyDigits : PublicKeyDigits;
        if (Expected is { } wanted && wanted.Length > most)
        {
            throw new KeyInputException(
                KeyInputFailure.Form,
                $"The check value {wanted} has {wanted.Length} digits, of which the service gives the first {most}: the others could not be compared. Give "
                    + $"the first {most}. Nothing was imported.");
        }

        if (Disabled && Enabled)
        {
            throw new KeyInputException(KeyInputFailure.Conflict, "A key is imported either enabled or disabled: leave out one of -Enabled and -Disabled.");
        }

        if (!ShouldChange(item, "Import the key"))
        {
            return;
        }

        _sent = material;
        Api.Key key = Send(new ImportKeyRequest
        {
            KeyMaterial = material,
            KeyCheckValueAlgorithm = KnownValue.Of(Api.KeyCheckValueAlgorithm.All, KeyCheckValueAlgorithm),
            Enabled = !Disabled && (Enabled || !MyInvocation.BoundParameters.ContainsKey(nameof(Enabled))),
            Tags = Tag is null ? null : TagHashtable.ToTags(Tag),
            ReplicationRegions = ReplicationRegion,
            RequesterComment = string.IsNullOrEmpty(RequesterComment) ? null : RequesterComment,
        }).Key!;
        Compare(key);
        WriteObject(new Key(key, Connection.Origin) { Aliases = [] });
    }

    // AWS tells one sentence; what the request itself shows is found here, without another call.
    private protected override string? Advise(Exception exception) => _sent is { } sent
        ? RefusedExchange.Advise(this, exception, tools => tools.Diagnosis.FirstCause(sent, TimeProvider.System.GetUtcNow()))
        : null;

    private void Compare(Api.Key key)
    {
        if (Expected is not { } expected || key.KeyCheckValue is not { } actual)
        {
            WriteVerbose($"KCV {key.KeyCheckValue}: there is no -ExpectedKeyCheckValue to compare it with.");
            return;
        }

        // Senders print six digits or more; what both have must be the same.
        int length = Math.Min(expected.Length, actual.Length);
        if (expected.AsSpan(0, length).Equals(actual.AsSpan(0, length), StringComparison.OrdinalIgnoreCase))
        {
            WriteVerbose($"KCV {actual} is as expected, {expected}.");
            return;
        }

        string state = "was imported disabled";
        if (key.Enabled == true)
        {
            Send(new StopKeyUsageRequest { KeyIdentifier = key.KeyArn });
            state = "has been disabled";
        }

        throw new KeyCheckValueMismatchException(
            $"The key {key.KeyArn} has the check value {actual} ({key.KeyCheckValueAlgorithm}), but {expected} was expected. "
            + $"It is not the sender's key, or the sender computed the value in another way; it {state}.");
    }
}
