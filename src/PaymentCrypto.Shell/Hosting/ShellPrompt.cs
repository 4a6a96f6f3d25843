using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace PaymentCrypto.Shell.Hosting;

/// <summary>Asks the user. With nobody there to answer, every question is an error that says so.</summary>
internal sealed class ShellPrompt(bool canAsk)
{
    /// <summary>Reads one line.</summary>
    public string ReadLine()
    {
        RequireUser("A line of input");
        return Console.ReadLine() ?? string.Empty;
    }

    /// <summary>Reads one line without showing it.</summary>
    public SecureString ReadSecret()
    {
        RequireUser("A secret");
        var secret = new SecureString();
        for (ConsoleKeyInfo key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
            {
                secret.RemoveAt(secret.Length - 1);
                Console.Error.Write("\b \b");
            }
            else if (!char.IsControl(key.KeyChar))
            {
                secret.AppendChar(key.KeyChar);
                Console.Error.Write('*');
            }
        }

        Console.Error.WriteLine();
        secret.MakeReadOnly();
        return secret;
    }

    /// <summary>Asks for the values of several fields, such as mandatory parameters.</summary>
    public Dictionary<string, PSObject> Ask(string caption, string message, Collection<FieldDescription> descriptions)
    {
        RequireUser(string.Join(", ", descriptions.Select(field => field.Name)));
        Head(caption, message);
        var answers = new Dictionary<string, PSObject>(StringComparer.OrdinalIgnoreCase);
        foreach (FieldDescription field in descriptions)
        {
            Console.Error.Write($"{field.Name}: ");
            Type type = Type.GetType(field.ParameterAssemblyFullName) ?? typeof(string);
            object answer = type == typeof(SecureString) ? ReadSecret() : ReadLine();
            answers[field.Name] = PSObject.AsPSObject(LanguagePrimitives.ConvertTo(answer, type, System.Globalization.CultureInfo.CurrentCulture));
        }

        return answers;
    }

    /// <summary>Asks for one of several answers.</summary>
    public int Choose(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        RequireUser($"'{caption}'");
        Head(caption, message);
        string[] keys = [.. choices.Select(choice => KeyOf(choice.Label))];
        while (true)
        {
            IEnumerable<string> offers = choices.Select((choice, index) => $"[{keys[index]}] {choice.Label.Replace("&", string.Empty, StringComparison.Ordinal)}");
            string byDefault = defaultChoice >= 0 ? $" (default is \"{keys[defaultChoice]}\")" : string.Empty;
            Console.Error.Write($"{string.Join("  ", offers)}{byDefault}: ");
            string? answer = Console.ReadLine()?.Trim();
            if (string.IsNullOrEmpty(answer) && defaultChoice >= 0)
            {
                return defaultChoice;
            }

            int found = Array.FindIndex(keys, key => string.Equals(key, answer, StringComparison.OrdinalIgnoreCase));
            found = found >= 0 ? found : choices.ToList().FindIndex(choice =>
                string.Equals(choice.Label.Replace("&", string.Empty, StringComparison.Ordinal), answer, StringComparison.OrdinalIgnoreCase));
            if (found >= 0)
            {
                return found;
            }
        }
    }

    /// <summary>Asks for a user name, unless it is known, and a password.</summary>
    public PSCredential AskCredential(string caption, string message, string? userName)
    {
        RequireUser("A credential");
        Head(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            Console.Error.Write("User: ");
            userName = ReadLine();
        }

        Console.Error.Write($"Password for user {userName}: ");
        return new PSCredential(userName, ReadSecret());
    }

    private static void Head(string caption, string message)
    {
        foreach (string line in new[] { caption, message }.Where(line => !string.IsNullOrEmpty(line)))
        {
            Console.Error.WriteLine(line);
        }
    }

    private static string KeyOf(string label)
    {
        int mark = label.IndexOf('&', StringComparison.Ordinal);
        return mark >= 0 && mark + 1 < label.Length ? label.Substring(mark + 1, 1).ToUpperInvariant() : label;
    }

    private void RequireUser(string what)
    {
        if (!canAsk)
        {
            throw new HostException(
                $"{what} is asked for, but this shell is not interactive. Give every mandatory parameter, and -Confirm:$false where a command would ask.",
                null,
                "PcShellNotInteractive",
                ErrorCategory.InvalidOperation);
        }
    }
}
