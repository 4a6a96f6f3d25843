using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using PaymentCrypto.Api;
using PaymentCrypto.Commands;

namespace PaymentCrypto.Completion;

/// <summary>
/// Offers the keys of the provider: by alias first, then by id, or by ARN once that is being typed. Only keys that the command can
/// do something with are offered.
/// </summary>
public sealed class KeyCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string word = TypedWord.Unquote(wordToComplete);
        string? state = StateFor(commandName);
        StoredKeys stored = StoredKeys.Read(fakeBoundParameters, state);
        KeySummary[] keys = [.. stored.Keys.Where(key => IsFor(commandName, key) && FitsParameter(parameterName, key.KeyAttributes))];
        var byArn = keys.ToDictionary(static key => key.KeyArn!, StringComparer.Ordinal);

        // An alias whose key was not read in time is offered all the same.
        var unfit = stored.Keys.Select(static key => key.KeyArn!).Where(arn => !byArn.ContainsKey(arn)).ToHashSet(StringComparer.Ordinal);
        foreach (Alias alias in stored.Aliases.Where(alias => alias.KeyArn is not null && !unfit.Contains(alias.KeyArn)))
        {
            bool known = byArn.TryGetValue(alias.KeyArn!, out KeySummary? key);
            if ((known || state is null) && TypedWord.BeginsAlias(alias.AliasName!, word))
            {
                yield return Result(alias.AliasName!, known ? KeyText.Summary(key!) : alias.KeyArn!);
            }
        }

        bool asArn = word.StartsWith("arn:", StringComparison.OrdinalIgnoreCase);
        foreach (KeySummary key in keys)
        {
            string text = asArn ? key.KeyArn! : KeyIdentifier.KeyId(key.KeyArn!);
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                yield return Result(text, KeyText.Summary(key));
            }
        }
    }

    private static CompletionResult Result(string text, string toolTip) => new(text, text, CompletionResultType.ParameterValue, toolTip);

    private static string? StateFor(string commandName) => commandName switch
    {
        "Restore-PcKey" => KeyState.DeletePending,
        "Remove-PcKey" or "Enable-PcKey" or "Disable-PcKey" => KeyState.CreateComplete,
        _ => null,
    };

    private static bool IsFor(string commandName, KeySummary key) => commandName switch
    {
        "Enable-PcKey" => key.Enabled != true,
        "Disable-PcKey" => key.Enabled == true,
        "Get-PcPublicKeyCertificate" or "New-PcCertificateSigningRequest" => key.KeyAttributes?.KeyClass == KeyClass.AsymmetricKeyPair,
        _ => key.KeyState != KeyState.DeleteComplete,
    };

    private static bool FitsParameter(string parameterName, KeyAttributes? attributes) => parameterName switch
    {
        "CertificateAuthorityPublicKeyIdentifier" => attributes?.KeyClass == KeyClass.PublicKey,
        "PrivateKeyIdentifier" => attributes?.KeyUsage == KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement,
        "SigningKeyIdentifier" => attributes is { KeyClass: KeyClass.AsymmetricKeyPair, KeyUsage: KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature },
        "WrappingKeyIdentifier" => attributes?.KeyUsage
            is KeyUsage.Tr31K0KeyEncryptionKey or KeyUsage.Tr31K1KeyBlockProtectionKey or KeyUsage.Tr31K2Tr34AsymmetricKey,
        _ => true,
    };
}
