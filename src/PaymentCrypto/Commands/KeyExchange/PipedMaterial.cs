using System.Text;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>
/// Puts together what the pipeline has taken apart: the lines of Get-Content and the bytes of an array. Whatever is whole by itself passes
/// at once, so that many blocks in one file are many blocks.
/// </summary>
internal sealed class PipedMaterial
{
    // A private-use character stands for one byte between the parameter and here: no text that is read has one.
    private const char FirstByte = '\uE000';
    private const string Garbled = "\uFFFD";
    private const int LongestLine = 128;
    private const int MostBytes = 64 * 1024;

    private readonly StringBuilder _lines = new();
    private readonly List<byte> _bytes = [];
    private bool? _isBlank;
    private bool _isGarbled;
    private string? _before;

    /// <summary>One byte of the pipeline as a parameter has it.</summary>
    public static string OfByte(byte value) => ((char)(FirstByte + value)).ToString();

    /// <summary>Takes one object of the pipeline.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="text">The object.</param>
    /// <returns>What is whole now; null when more has to come.</returns>
    /// <exception cref="KeyInputException">An empty text was given.</exception>
    public string? Take(PcCmdlet cmdlet, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            // Between the lines of a file it says nothing; alone it is no key.
            _isBlank = cmdlet.MyInvocation.ExpectingInput ? _isBlank ?? true : throw Empty();
            return null;
        }

        _isBlank = false;
        if (text is [>= FirstByte and <= (char)(FirstByte + byte.MaxValue)])
        {
            // Longer than anything that is read: the reader says so.
            if (_bytes.Count <= MostBytes)
            {
                _bytes.Add((byte)(text[0] - FirstByte));
            }

            return null;
        }

        if (_isGarbled || (cmdlet.MyInvocation.ExpectingInput && MaterialInput.IsGarbled(text)))
        {
            // One error for the file, not one for each of its lines.
            _isGarbled = true;
            return null;
        }

        if (_lines.Length == 0 && IsBeforePem(cmdlet, text))
        {
            _before = text;
            return null;
        }

        if (text.Contains("-----BEGIN ", StringComparison.Ordinal))
        {
            _before = null;
        }

        if (_lines.Length == 0 && (MaterialInput.IsWhole(text) || !IsPart(cmdlet, text)))
        {
            return text;
        }

        _lines.Append(text).Append('\n');
        return MaterialInput.IsWhole(text) || IsComplete() ? Lines() : null;
    }

    /// <summary>What is left when the pipeline ends; null for nothing.</summary>
    /// <exception cref="KeyInputException">Nothing but empty texts came.</exception>
    public string? Rest() => _isBlank == true ? throw Empty()
        : _isGarbled ? Garbled
        : _lines.Length > 0 ? Lines()
        : _bytes.Count > 0 ? Bytes()
        : _before;

    private static KeyInputException Empty() => new(KeyInputFailure.Form, "What was given is empty: give the text, the bytes or the path of a file.");

    private bool IsComplete() => (MaterialInput.IsTr31(_lines.ToString()) || _lines.ToString().Contains("-----BEGIN ", StringComparison.Ordinal))
        && MaterialInput.IsWhole(_lines.ToString());

    /// <summary>Whether it is what OpenSSL writes above a PEM block, such as "Bag Attributes". If no block follows, it is an error of its own.</summary>
    private static bool IsBeforePem(PcCmdlet cmdlet, string text) => cmdlet.MyInvocation.ExpectingInput
        && text.AsSpan().ContainsAny(" =:") && !MaterialInput.IsMaterial(text) && cmdlet.FindFile(text) is null;

    private static bool IsPart(PcCmdlet cmdlet, string text) => text.Length <= LongestLine
        && (text.StartsWith("-----BEGIN ", StringComparison.Ordinal) || (MaterialInput.IsMaterial(text) && cmdlet.FindFile(text) is null));

    private string Lines()
    {
        string all = _lines.ToString();
        _lines.Clear();
        return all;
    }

    private string Bytes()
    {
        string all = MaterialInput.OfBytes(_bytes.ToArray());
        _bytes.Clear();
        return all;
    }
}
