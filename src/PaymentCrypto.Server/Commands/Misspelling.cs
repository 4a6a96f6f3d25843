using System.CommandLine;

namespace PaymentCrypto.Server.Commands;

/// <summary>What somebody may have meant who wrote an option that there is not.</summary>
internal static class Misspelling
{
    /// <summary>Names the option, and the one that is nearest to it if one is near.</summary>
    /// <param name="command">The command that it was given to.</param>
    /// <param name="word">What was given.</param>
    internal static string Of(Command command, string word)
    {
        word = word.Split('=', ':')[0];
        string? near = null;
        int best = Math.Min(2, (word.Length - 2) / 2) + 1;
        foreach (Option option in command.Options)
        {
            int distance = Distance(word, option.Name);
            if (distance < best)
            {
                (near, best) = (option.Name, distance);
            }
        }

        return $"'{word}' is no option of {command.Name}" + (near is null ? "." : $"; do you mean {near}?");
    }

    // Optimal string alignment: letters put in, left out, changed, or two neighbours swapped.
    private static int Distance(string from, string to)
    {
        int[,] cost = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(
                        Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1,
                        cost[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[from.Length, to.Length];
    }
}
