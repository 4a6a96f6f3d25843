using System.Management.Automation;
using System.Management.Automation.Runspaces;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.SessionPicture;

/// <summary>Types the lines of a file at a prompt, on a new store, and keeps what the terminal shows.</summary>
internal static class SessionRun
{
    /// <summary>Columns of the terminal.</summary>
    public const int Width = 100;

    public static IReadOnlyList<IReadOnlyList<StyledText>> Of(string file)
    {
        using var home = new TemporaryDirectory();
        using var session = new ModuleSession(home.Path, Width) { HasColours = true };
        List<IReadOnlyList<StyledText>> lines = [];
        // The first line of the file is about the file.
        foreach (string command in File.ReadLines(file).Skip(1))
        {
            if (command.StartsWith('#'))
            {
                lines.Add([]);
            }

            lines.AddRange(Wrap(TypedLine.Of(command)));
            string output = Run(session, command);
            if (output.Length > 0)
            {
                lines.AddRange(TerminalReader.Read(output).SelectMany(Wrap));
            }
        }

        return Trim(lines);
    }

    private static string Run(ModuleSession session, string command)
    {
        string before = session.StyledScreen;
        using PowerShell shell = session.NewShell(command);
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default").Invoke();
        return session.StyledScreen[before.Length..];
    }

    // As a terminal does it, in the middle of a word.
    private static List<IReadOnlyList<StyledText>> Wrap(IReadOnlyList<StyledText> line)
    {
        List<IReadOnlyList<StyledText>> wrapped = [];
        List<StyledText> current = [];
        int room = Width;
        foreach (StyledText part in line)
        {
            StyledText rest = part;
            while (rest.Text.Length > room)
            {
                current.Add(rest with { Text = rest.Text[..room] });
                rest = rest with { Text = rest.Text[room..] };
                wrapped.Add(current);
                current = [];
                room = Width;
            }

            current.Add(rest);
            room -= rest.Text.Length;
        }

        wrapped.Add(current);
        return wrapped;
    }

    // One empty line between a command's output and the next is enough for a picture, and none at its ends.
    private static List<IReadOnlyList<StyledText>> Trim(List<IReadOnlyList<StyledText>> lines)
    {
        List<IReadOnlyList<StyledText>> trimmed = [];
        foreach (IReadOnlyList<StyledText> line in lines.Select(WithoutTrailingSpace))
        {
            if (line.Count > 0 || (trimmed.Count > 0 && trimmed[^1].Count > 0))
            {
                trimmed.Add(line);
            }
        }

        while (trimmed[^1].Count == 0)
        {
            trimmed.RemoveAt(trimmed.Count - 1);
        }

        return trimmed;
    }

    private static IReadOnlyList<StyledText> WithoutTrailingSpace(IReadOnlyList<StyledText> line)
    {
        List<StyledText> texts = [.. line];
        while (texts.Count > 0 && texts[^1].Text.TrimEnd().Length == 0)
        {
            texts.RemoveAt(texts.Count - 1);
        }

        return texts;
    }
}
