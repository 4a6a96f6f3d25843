using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Isolation;

namespace PaymentCrypto.Commands;

/// <content>Files, and the tools that read what is in them.</content>
public abstract partial class PcCmdlet
{
    private const string AFile = "a file is";

    /// <summary>Runs a tool; the user may stop the pipeline meanwhile.</summary>
    internal T Run<T>(Func<IKeyExchangeTools, T> work) => Wait(Task.Run(() => work(EngineLibrary.KeyExchangeTools)));

    /// <summary>A path in the file system, absolute. Taken literally, without wildcards; it need not exist.</summary>
    /// <param name="path">The path, as the user wrote it.</param>
    /// <param name="needed">What is wanted of the file system, for the error.</param>
    internal string ResolveFile(string path, string needed = AFile)
    {
        string resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        RequireFileSystem(path, provider, needed);
        return resolved;
    }

    /// <summary>The files and folders that a path with wildcards matches, absolute, in order; none when there is none.</summary>
    internal IReadOnlyList<string> ResolveFiles(string path)
    {
        try
        {
            string[] resolved = [.. SessionState.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider)];
            RequireFileSystem(path, provider, AFile);
            Array.Sort(resolved, StringComparer.Ordinal);
            return resolved;
        }
        catch (ItemNotFoundException)
        {
            // A folder on the way is not there.
            return [];
        }
    }

    /// <summary>The file that a text names; null when it names none.</summary>
    /// <exception cref="KeyInputException">There may be one, and this user may not look.</exception>
    internal string? FindFile(string text)
    {
        try
        {
            string path = ResolveFile(text);
            return (File.GetAttributes(path) & FileAttributes.Directory) == 0 ? path : null;
        }
        catch (Exception exception)
            when (exception is RuntimeException or InvalidConfigurationException or NotSupportedException or ArgumentException or IOException)
        {
            // It is not there, or it is base64 or PEM, which look like a path to a drive at times and are too long for a name.
            return null;
        }
        catch (UnauthorizedAccessException exception)
        {
            // Not to be taken for one that is not there: who looks for it would look in the wrong place.
            throw new KeyInputException(
                KeyInputFailure.FileUnreadable,
                $"The file '{text}' cannot be looked at: this user has no permission to use a folder above it. Grant this user access, or copy the file to "
                    + "where it may be read.",
                exception);
        }
    }

    private static void RequireFileSystem(string path, ProviderInfo provider, string needed)
    {
        if (provider.Name != "FileSystem")
        {
            throw new InvalidConfigurationException(
                "PcPathNotFileSystem",
                $"The path '{path}' is in the PowerShell provider {provider.Name}: {needed} in the file system.");
        }
    }
}
