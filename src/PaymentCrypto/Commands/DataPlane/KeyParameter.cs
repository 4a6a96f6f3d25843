using System.Collections;
using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.KeyExchange;

namespace PaymentCrypto.Commands.DataPlane;

/// <summary>
/// Reads a parameter that names a key: an id, ARN or alias, an object of Get-PcKey, a TR-31 block under another key of the provider, or
/// how to agree one by ECDH. It is read once for all that comes through the pipeline.
/// </summary>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="parameter">The parameter, without its dash.</param>
/// <param name="wrappingParameter">The one that names the key that protects a TR-31 block; null where only keys of the provider are taken.</param>
internal sealed class KeyParameter(PcDataPlaneCmdlet cmdlet, string parameter, string? wrappingParameter = null)
{
    private object? _value;
    private object? _wrapping;
    private KeyUse? _read;

    /// <summary>The parameter, without its dash.</summary>
    public string Name => parameter;

    /// <summary>The key.</summary>
    /// <param name="value">What was given for it.</param>
    /// <param name="wrapping">What was given for the key that protects it.</param>
    /// <exception cref="ParameterException">It names no key.</exception>
    public KeyUse Read(object? value, object? wrapping = null)
    {
        if (_read is null || !Equals(_value, value) || !Equals(_wrapping, wrapping))
        {
            _read = Resolve(Plain(value), wrapping);
            _value = value;
            _wrapping = wrapping;
        }

        return _read;
    }

    private KeyUse Resolve(object? value, object? wrapping)
    {
        switch (value)
        {
            case string text when MaterialInput.IsTr31(text.TrimStart()):
                return Block(text, wrapping, null);
            case string text when IsSecret(text.Trim()):
                throw Field.Invalid(parameter, $"-{parameter} was given what looks like a clear key or a card number, which is not shown here: give a key "
                    + "id, ARN or alias of the provider.");
            case string { Length: > 0 } text:
                RefuseWrapping(wrapping);
                return new KeyUse(cmdlet.ToServiceForm(text.Trim()));
            case Key { KeyArn: { } arn }:
                RefuseWrapping(wrapping);
                return new KeyUse(arn);
            case PaymentCrypto.KeyAlias { AliasName: { } alias }:
                RefuseWrapping(wrapping);
                return new KeyUse(alias);
            case PaymentCrypto.WrappedKey { WrappedKeyMaterialFormat: WrappedKeyMaterialFormat.Tr31KeyBlock, KeyMaterial: { } block } exported:
                return Block(block, wrapping, exported.WrappingKeyArn);
            case PaymentCrypto.Tr31KeyBlock { WrappedKeyBlock: { } block }:
                return Block(block, wrapping, null);
            case IDictionary agreement:
                return Agreement(agreement);
            case PSObject copy when copy.Properties["KeyArn"]?.Value is string { Length: > 0 } arn:
                RefuseWrapping(wrapping);
                return new KeyUse(arn);
            case PSObject copy when copy.Properties["KeyMaterial"]?.Value is string block && MaterialInput.IsTr31(block):
                return Block(block, wrapping, copy.Properties["WrappingKeyArn"]?.Value as string);
            case PSObject copy when copy.Properties["WrappedKeyBlock"]?.Value is string block && MaterialInput.IsTr31(block):
                return Block(block, wrapping, null);
            case ClearKey or SecureString:
                throw Field.Invalid(parameter, $"-{parameter} is a clear key, but the provider works with keys of its own: import it first (Import-PcKey), "
                    + "or put it into a TR-31 block under one of them (New-PcTr31KeyBlock).");
            case null or string:
                throw Field.Missing(parameter, $"-{parameter} is empty: give a key id, ARN or alias, or an object of Get-PcKey.");
            default:
                throw Field.Invalid(
                    parameter,
                    $"-{parameter} cannot be of the type {(value as PSObject)?.BaseObject.GetType().Name ?? value.GetType().Name}: give a key id, ARN or "
                        + "alias, an object of Get-PcKey"
                    + (wrappingParameter is null ? "." : ", or a TR-31 key block."));
        }
    }

    private KeyUse Block(string block, object? wrapping, string? wrappingArn)
    {
        if (wrappingParameter is null)
        {
            throw Field.Invalid(parameter,
                $"-{parameter} is a key block; here a key of the provider is needed: import it with Import-PcKey, or name one by its id, ARN or alias.");
        }

        string text = MaterialInput.Block(cmdlet, block);
        MaterialInput.RequireServiceCharacters(text);
        string protection = Plain(wrapping) is { } given && given is not string { Length: 0 }
            ? new KeyParameter(cmdlet, wrappingParameter).Read(given).Identifier
            : wrappingArn ?? throw Field.Missing(wrappingParameter,
                $"-{parameter} is a key block, so the key that it is under is needed too: name that key of the provider with -{wrappingParameter}.");
        return new KeyUse(protection, new DynamicKey { WrappedKeyMaterial = new WrappedKeyMaterial { Tr31KeyBlock = text } });
    }

    private KeyUse Agreement(IDictionary agreement)
    {
        if (wrappingParameter is null)
        {
            throw Field.Invalid(parameter, $"-{parameter} is a table; here a key of the provider is needed: name it by its id, ARN or alias.");
        }

        return EcdhTable.Read(cmdlet, parameter, agreement);
    }

    private void RefuseWrapping(object? wrapping)
    {
        if (wrappingParameter is not null && Plain(wrapping) is not (null or string { Length: 0 }))
        {
            throw Field.Conflict(wrappingParameter,
                $"-{wrappingParameter} goes with a TR-31 key block in -{parameter}, but -{parameter} names a key of the provider.");
        }
    }

    // Key ids are base32, so that a hex number of 16 digits is hardly ever one; longer ones are none.
    private static bool IsSecret(string text) =>
        text.All(char.IsAsciiHexDigit)
            && (text.Length >= 32 || (text.Length >= 12 && text.Any(static character => character is not (>= 'a' and <= 'z' or >= '2' and <= '7'))));

    // An object of ours is what is inside; what came through a file or a job has only the properties of the outside.
    private static object? Plain(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped && !IsCopy(wrapped) ? wrapped.BaseObject : value;

    private static bool IsCopy(PSObject value) => value.TypeNames.Count > 0 && value.TypeNames[0].StartsWith("Deserialized.", StringComparison.Ordinal);
}
