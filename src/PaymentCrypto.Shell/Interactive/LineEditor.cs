using System.Text;

namespace PaymentCrypto.Shell.Interactive;

/// <summary>A small line editor: cursor keys, history, Tab, and the usual control keys.</summary>
internal sealed class LineEditor(TabCompletion completion)
{
    private readonly InputHistory _history = new();
    private readonly StringBuilder _line = new();
    private LineView _view = new(string.Empty);
    private int _cursor;

    /// <summary>Puts a command into the history.</summary>
    public void Remember(string command) => _history.Add(command);

    /// <summary>Reads one line.</summary>
    /// <param name="prompt">What stands before it.</param>
    /// <returns>The line; null when input has ended (Ctrl+D on an empty line).</returns>
    public string? Read(string prompt)
    {
        _line.Clear();
        _cursor = 0;
        _view = new LineView(prompt);
        _history.Rewind();
        _view.Draw(string.Empty, 0);
        Console.TreatControlCAsInput = true;
        try
        {
            while (true)
            {
                ConsoleKeyInfo key = Console.ReadKey(intercept: true);
                bool control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
                switch (key.Key)
                {
                    case ConsoleKey.Enter:
                        _view.End(_line.ToString());
                        return _line.ToString();
                    case ConsoleKey.C when control:
                        _view.End(_line + "^C");
                        return string.Empty;
                    case ConsoleKey.D when control && _line.Length == 0:
                        _view.End(string.Empty);
                        return null;
                    default:
                        Edit(key, control);
                        _view.Draw(_line.ToString(), _cursor);
                        break;
                }
            }
        }
        finally
        {
            // Ctrl+C stops the pipeline again.
            Console.TreatControlCAsInput = false;
        }
    }

    private void Edit(ConsoleKeyInfo key, bool control)
    {
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow:
                _cursor = Math.Max(0, _cursor - 1);
                break;
            case ConsoleKey.RightArrow:
                _cursor = Math.Min(_line.Length, _cursor + 1);
                break;
            case ConsoleKey.Home:
            case ConsoleKey.A when control:
                _cursor = 0;
                break;
            case ConsoleKey.End:
            case ConsoleKey.E when control:
                _cursor = _line.Length;
                break;
            case ConsoleKey.Backspace when _cursor > 0:
                _line.Remove(--_cursor, 1);
                break;
            case ConsoleKey.Delete when _cursor < _line.Length:
                _line.Remove(_cursor, 1);
                break;
            case ConsoleKey.U when control:
                _line.Remove(0, _cursor);
                _cursor = 0;
                break;
            case ConsoleKey.K when control:
                _line.Length = _cursor;
                break;
            case ConsoleKey.Escape:
                Replace(string.Empty);
                break;
            case ConsoleKey.UpArrow:
                Replace(_history.Older(_line.ToString()));
                break;
            case ConsoleKey.DownArrow:
                Replace(_history.Newer(_line.ToString()));
                break;
            case ConsoleKey.Tab:
                (string text, int cursor) = completion.Next(_line.ToString(), _cursor, !key.Modifiers.HasFlag(ConsoleModifiers.Shift));
                Replace(text);
                _cursor = cursor;
                break;
            default:
                if (!char.IsControl(key.KeyChar))
                {
                    _line.Insert(_cursor++, key.KeyChar);
                }

                break;
        }
    }

    private void Replace(string text)
    {
        _line.Clear().Append(text);
        _cursor = text.Length;
    }
}
