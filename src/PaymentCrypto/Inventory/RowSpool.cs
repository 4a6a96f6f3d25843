using System.Text;

namespace PaymentCrypto.Inventory;

/// <summary>Rows that wait in a temporary file, which is gone when it is closed, until it is known what comes before them.</summary>
internal sealed class RowSpool : IDisposable
{
    private const int BlockLength = 64 * 1024;

    private FileStream? _file;
    private StreamWriter? _text;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(string row)
    {
        if (_text is null)
        {
            _file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, BlockLength, FileOptions.DeleteOnClose);
            _text = new StreamWriter(_file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BlockLength, leaveOpen: true) { NewLine = "\n" };
        }

        _text.WriteLine(row);
        Count++;
    }

    /// <summary>Writes every row.</summary>
    public void CopyTo(TextWriter writer)
    {
        if (_file is null)
        {
            return;
        }

        _text!.Flush();
        _file.Position = 0;
        using var reader = new StreamReader(_file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, BlockLength, leaveOpen: true);
        char[] block = new char[BlockLength];
        for (int read = reader.Read(block); read > 0; read = reader.Read(block))
        {
            writer.Write(block, 0, read);
        }
    }

    public void Dispose()
    {
        _text?.Dispose();
        _file?.Dispose();
    }
}
