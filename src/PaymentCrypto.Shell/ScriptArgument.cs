using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace PaymentCrypto.Shell;

/// <summary>One argument after a script's name on the command line.</summary>
internal static partial class ScriptArgument
{
    /// <summary>
    /// Writes the argument as PowerShell source. <c>-Name</c> and <c>-Name:value</c> are parameters; <c>$true</c>, <c>$false</c>
    /// and <c>$null</c> after the colon are the values themselves, so that a switch can be turned off; everything else is text.
    /// </summary>
    public static string Quote(string argument)
    {
        Match parameter = Parameter().Match(argument);
        if (!parameter.Success)
        {
            return Literal(argument);
        }

        string name = parameter.Groups["name"].Value;
        if (!parameter.Groups["value"].Success)
        {
            return name;
        }

        string value = parameter.Groups["value"].Value;
        return $"{name}:{(value.ToUpperInvariant() is "$TRUE" or "$FALSE" or "$NULL" ? value : Literal(value))}";
    }

    private static string Literal(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    [GeneratedRegex(@"\A(?<name>-[A-Za-z_][A-Za-z0-9_]*)(:(?<value>.*))?\z", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}
