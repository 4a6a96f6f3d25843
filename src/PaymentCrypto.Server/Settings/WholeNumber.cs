using System.CommandLine;
using System.Globalization;

namespace PaymentCrypto.Server.Settings;

/// <summary>An option that takes a whole number, and says so in words of this program when it is given something else.</summary>
internal static class WholeNumber
{
    /// <summary>Makes the option.</summary>
    /// <param name="name">Its name, with the dashes.</param>
    /// <param name="description">What <c>--help</c> says.</param>
    /// <param name="helpName">What stands for its value there.</param>
    /// <param name="unlessGiven">Its value when it is left out.</param>
    internal static Option<int> Option(string name, string description, string helpName, int unlessGiven) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => unlessGiven,
        CustomParser = result =>
        {
            string given = result.Tokens[0].Value;
            if (!int.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
            {
                result.AddError($"{name} takes a whole number, such as {unlessGiven}, not '{given}'.");
            }

            return number;
        },
    };
}
