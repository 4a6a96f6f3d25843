using System.Management.Automation.Runspaces;

namespace PaymentCrypto.Shell;

/// <summary>One argument after a script's name on the command line.</summary>
internal static class ScriptArgument
{
    /// <summary>
    /// Reads <c>-Name</c>, <c>-Name:value</c> or a plain value. <c>$true</c>, <c>$false</c> and <c>$null</c> after a colon are
    /// the values themselves, so that a switch can be turned off; everything else is text.
    /// </summary>
    public static CommandParameter Parse(string argument)
    {
        bool isName = argument.Length > 1 && argument[0] == '-' && (char.IsLetter(argument[1]) || argument[1] is '_' or '?');
        if (!isName)
        {
            return new CommandParameter(null, argument);
        }

        int colon = argument.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new CommandParameter(argument) : new CommandParameter(argument[1..colon], Value(argument[(colon + 1)..]));
    }

    private static object? Value(string text) => text.ToUpperInvariant() switch
    {
        "$TRUE" => true,
        "$FALSE" => false,
        "$NULL" => null,
        _ => text,
    };
}
