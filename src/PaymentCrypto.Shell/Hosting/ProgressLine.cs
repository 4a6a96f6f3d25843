using System.Management.Automation;

namespace PaymentCrypto.Shell.Hosting;

/// <summary>Progress as one line that is written over itself; nothing at all unless standard error is a terminal.</summary>
internal sealed class ProgressLine
{
    private readonly bool _shown = !Console.IsErrorRedirected;
    private int _length;

    /// <summary>Shows how far something is.</summary>
    public void Show(ProgressRecord record)
    {
        Clear();
        if (!_shown || record.RecordType == ProgressRecordType.Completed)
        {
            return;
        }

        string percent = record.PercentComplete < 0 ? string.Empty : $" {record.PercentComplete}%";
        string text = $"{record.Activity}: {record.StatusDescription}{percent}";
        int width = Math.Max(Console.WindowWidth - 1, 20);
        text = text.Length > width ? text[..width] : text;
        Console.Error.Write(text);
        _length = text.Length;
    }

    /// <summary>Removes the line.</summary>
    public void Clear()
    {
        if (_length > 0)
        {
            Console.Error.Write($"\r{new string(' ', _length)}\r");
            _length = 0;
        }
    }
}
