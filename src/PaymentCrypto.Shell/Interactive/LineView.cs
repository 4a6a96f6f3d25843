namespace PaymentCrypto.Shell.Interactive;

/// <summary>Draws the line being edited, over as many rows of the terminal as it takes.</summary>
internal sealed class LineView(string prompt)
{
    private int _cursorRow;

    /// <summary>Draws prompt and line, and puts the cursor where it belongs.</summary>
    public void Draw(string text, int cursor)
    {
        int width = Console.WindowWidth > 0 ? Console.WindowWidth : 80;
        string visible = prompt + text.Replace('\n', ' ');
        int rows = (visible.Length / width) + 1;
        int row = (prompt.Length + cursor) / width;
        int column = (prompt.Length + cursor) % width;

        // Up to the first row, erase downwards, write, and from the end back to the cursor.
        string line = Up(_cursorRow) + "\r\u001b[J" + visible + (visible.Length > 0 && visible.Length % width == 0 ? "\n" : string.Empty);
        Console.Out.Write(line + Up(rows - 1 - row) + "\r" + (column > 0 ? $"\u001b[{column}C" : string.Empty));
        _cursorRow = row;
    }

    /// <summary>Leaves the line as it is and goes to the next.</summary>
    public void End(string text)
    {
        Draw(text, text.Length);
        Console.Out.Write("\n");
        _cursorRow = 0;
    }

    private static string Up(int rows) => rows > 0 ? $"\u001b[{rows}A" : string.Empty;
}
