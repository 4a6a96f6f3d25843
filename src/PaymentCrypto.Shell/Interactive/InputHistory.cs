namespace PaymentCrypto.Shell.Interactive;

/// <summary>The commands of this session, to go back to with the cursor keys.</summary>
internal sealed class InputHistory
{
    private readonly List<string> _commands = [];
    private int _position;
    private string _draft = string.Empty;

    /// <summary>Adds a command, unless it is the one before again.</summary>
    public void Add(string command)
    {
        if (_commands.Count == 0 || _commands[^1] != command)
        {
            _commands.Add(command);
        }
    }

    /// <summary>Starts at the newest again.</summary>
    public void Rewind()
    {
        _position = _commands.Count;
        _draft = string.Empty;
    }

    /// <summary>The command before.</summary>
    /// <param name="current">What is on the line now; kept when it is not from the history.</param>
    public string Older(string current)
    {
        if (_position == _commands.Count)
        {
            _draft = current;
        }

        _position = Math.Max(0, _position - 1);
        return _commands.Count == 0 ? current : _commands[_position];
    }

    /// <summary>The command after, or what was on the line before the history was entered.</summary>
    /// <param name="current">What is on the line now.</param>
    public string Newer(string current)
    {
        if (_position >= _commands.Count)
        {
            return current;
        }

        _position++;
        return _position == _commands.Count ? _draft : _commands[_position];
    }
}
