using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>
/// Takes clear keys in: an object, a SecureString, a file, or the answer to a prompt. Bytes are no text that a history keeps. Never plain text.
/// </summary>
internal static class KeyInput
{
    /// <summary>The key that the user gave in one of two parameters, or is asked for.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="key">A ClearKey or SecureString.</param>
    /// <param name="path">A file of hex digits.</param>
    /// <param name="form">What the key has to be.</param>
    /// <exception cref="KeyInputException">It cannot be taken in.</exception>
    public static Lease<KeyMaterial> Take(PcCmdlet cmdlet, object? key, string? path, KeyForm form)
    {
        if (key is not null && path is not null)
        {
            throw new KeyInputException(KeyInputFailure.Conflict, $"The {form.What} is given both as an object and as the file '{path}': give it once.");
        }

        if (path is not null)
        {
            string resolved = cmdlet.ResolveFile(path);
            return new Lease<KeyMaterial>(cmdlet.Run(tools => tools.Keys.ReadFile(resolved, form)), isOwn: true);
        }

        return Take(cmdlet, key ?? Ask(cmdlet, form.What), form);
    }

    /// <summary>The key in an object.</summary>
    /// <exception cref="KeyInputException">It cannot be taken in.</exception>
    public static Lease<KeyMaterial> Take(PcCmdlet cmdlet, object key, KeyForm form)
    {
        switch (key is PSObject wrapped ? wrapped.BaseObject : key)
        {
            case ClearKey clear:
                cmdlet.Run(tools =>
                {
                    tools.Keys.Require(clear.Material, form);
                    return true;
                });
                return new Lease<KeyMaterial>(clear.Material, isOwn: false);
            case SecureString hex:
                return new Lease<KeyMaterial>(cmdlet.Run(tools => tools.Keys.Read(hex, form)), isOwn: true);
            case byte[] bytes:
                return new Lease<KeyMaterial>(cmdlet.Run(tools => tools.Keys.Read(bytes, form)), isOwn: true);
            case FileInfo file:
                return new Lease<KeyMaterial>(cmdlet.Run(tools => tools.Keys.ReadFile(file.FullName, form)), isOwn: true);
            case IList list when FileContent.Bytes(list) is { } bytes:
                return Zeroed(bytes, content => new Lease<KeyMaterial>(cmdlet.Run(tools => tools.Keys.Read(content, form)), isOwn: true));
            case string:
            case IList list when FileContent.IsLines(list):
                throw new KeyInputException(
                    KeyInputFailure.Form,
                    $"The {form.What} is not taken as plain text, which stays in the command history and in logs: give a SecureString (Read-Host "
                        + "-AsSecureString), a file by its path or Get-Item, or a key object. If it was typed at a prompt, take it out of the history: "
                        + "Clear-History, and the file that (Get-PSReadLineOption).HistorySavePath names.");
            case Key stored:
                throw new KeyInputException(
                    KeyInputFailure.Form,
                    $"The {form.What} is taken as a clear key, but {stored.KeyArn} is a key of the provider, which never comes out of it in the clear. "
                    + "What is under a stored key is made and opened by the provider: Export-PcKey and Import-PcKey with -WrappingKeyIdentifier. "
                    + "Here give a SecureString of hex digits, a file, or an object of Join-PcKeyComponent.");
            default:
                throw IsDeserialised(key, nameof(ClearKey), nameof(KeyComponent), nameof(EcdhKey))
                    ? new KeyInputException(
                        KeyInputFailure.Deserialised, $"The {form.What} came through remoting, a job or a file: such an object is only a description, "
                            + "without the key.")
                    : new KeyInputException(
                        KeyInputFailure.Form, $"The {form.What} cannot be of the type {(key is PSObject o ? o.BaseObject : key).GetType().Name}: give a "
                            + "SecureString of hex digits, bytes, a file, or a key object.");
        }
    }

    /// <summary>Asks for digits without showing them.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="what">What is asked for.</param>
    /// <param name="form">What is to be typed.</param>
    /// <exception cref="KeyInputException">There is nobody to ask.</exception>
    public static SecureString Ask(PcCmdlet cmdlet, string what, string form = "hex") =>
        Ask(what, () =>
        {
            cmdlet.Host.UI.Write($"{what} ({form}, not shown): ");
            return cmdlet.Host.UI.ReadLineAsSecureString();
        });

    /// <summary>Asks for something that may be shown.</summary>
    /// <exception cref="KeyInputException">There is nobody to ask.</exception>
    public static string AskText(PcToolCmdlet cmdlet, string question) =>
        Ask(question, () =>
        {
            cmdlet.Host.UI.Write(question + ": ");
            return cmdlet.Host.UI.ReadLine();
        });

    /// <summary>Whether an object is what remoting or a file left of one of ours.</summary>
    public static bool IsDeserialised(object value, params ReadOnlySpan<string> types)
    {
        foreach (string type in types)
        {
            if (value is PSObject wrapped && wrapped.TypeNames.Contains($"Deserialized.{nameof(PaymentCrypto)}.{type}"))
            {
                return true;
            }
        }

        return false;
    }

    private static T Zeroed<T>(byte[] secret, Func<byte[], T> use)
    {
        try
        {
            return use(secret);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private static T Ask<T>(string what, Func<T?> read)
        where T : class
    {
        try
        {
            return read() ?? throw Missing(what, null);
        }
        catch (Exception exception) when (exception is HostException or NotSupportedException or NotImplementedException or InvalidOperationException)
        {
            throw Missing(what, exception);
        }
    }

    private static KeyInputException Missing(string what, Exception? cause) =>
        new(KeyInputFailure.Missing, $"The {what} is not given, and nobody can be asked for it here: give it as a parameter.", cause);
}
