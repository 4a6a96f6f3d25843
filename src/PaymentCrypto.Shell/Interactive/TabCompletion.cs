using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace PaymentCrypto.Shell.Interactive;

/// <summary>Completes what stands before the cursor; further presses of Tab go through the possibilities.</summary>
internal sealed class TabCompletion(Runspace runspace)
{
    private CommandCompletion? _completion;
    private string _expected = string.Empty;
    private string _original = string.Empty;

    /// <summary>The next possibility.</summary>
    /// <param name="text">The line as it is.</param>
    /// <param name="cursor">Where the cursor is.</param>
    /// <param name="forward">False goes back.</param>
    /// <returns>The new line and cursor; the old ones when there is nothing to offer.</returns>
    public (string Text, int Cursor) Next(string text, int cursor, bool forward)
    {
        if (_completion is null || text != _expected)
        {
            using PowerShell shell = PowerShell.Create(runspace);
            _completion = CommandCompletion.CompleteInput(text, cursor, null, shell);
            _original = text;
        }

        if (_completion.GetNextResult(forward) is not { } result)
        {
            return (text, cursor);
        }

        int start = _completion.ReplacementIndex;
        _expected = string.Concat(_original.AsSpan(0, start), result.CompletionText, _original.AsSpan(start + _completion.ReplacementLength));
        return (_expected, start + result.CompletionText.Length);
    }
}
